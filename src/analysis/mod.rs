//! Every road at once: exact bounds of the scores, best roads, and what another choice would have led to.
