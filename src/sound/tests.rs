//! What must hold for the room tone of every place.

use std::io::Cursor;

use sha2::{Digest, Sha256};

use super::RoomTone;
use super::audio_loop::{AudioLoop, LENGTH, gain};
use super::elements::murmur;
use super::filter::{Biquad, Filter};
use crate::scenario::Place;

/// The centre frequencies of the octaves whose loudness is compared.
const OCTAVES: [f64; 7] = [90.0, 180.0, 360.0, 720.0, 1440.0, 2880.0, 5760.0];

fn decibels(rms: f64) -> f64 {
    20.0 * libm::log10(rms.max(1e-9))
}

fn scaled(tone: &RoomTone) -> Vec<f64> {
    tone.samples().iter().map(|&sample| f64::from(sample) / f64::from(i16::MAX)).collect()
}

fn loudness(samples: &[f64]) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "half a million samples")]
    let count = samples.len() as f64;
    (samples.iter().map(|sample| sample * sample).sum::<f64>() / count).sqrt()
}

fn passed(samples: &[f64], mut filter: impl Filter) -> Vec<f64> {
    samples.iter().map(|&sample| filter.process(sample)).collect()
}

/// For each octave its loudness, and how far its loudest twentieth of a second stands out, in decibels.
fn character(samples: &[f64]) -> Vec<f64> {
    let octave = |hertz: f64| {
        let band = passed(samples, Biquad::band_pass(hertz, 1.41));
        let moments: Vec<f64> = band.chunks(LENGTH / 480).map(loudness).collect();
        let loudest = moments.iter().copied().fold(0.0, f64::max);
        [decibels(loudness(&band)), decibels(loudest / loudness(&band))]
    };
    OCTAVES.into_iter().flat_map(octave).collect()
}

#[test]
fn every_place_sounds_like_no_other() {
    for hour in [12, 2] {
        let tones = Place::ALL.map(|place| (place, character(&scaled(&RoomTone::of(place, hour)))));
        for (index, (place, one)) in tones.iter().enumerate() {
            for (other, another) in &tones[..index] {
                let apart = one.iter().zip(another).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
                assert!(apart >= 3.0, "{} and {} at {hour}: {apart:.1} dB", place.word(), other.word());
            }
        }
    }
}

#[test]
fn every_place_is_quiet_never_sudden_and_quieter_by_night() {
    for place in Place::ALL {
        let [day, evening, night] = [12, 20, 2].map(|hour| {
            let samples = scaled(&RoomTone::of(place, hour));
            let what = format!("{} at {hour}", place.word());
            let loud = decibels(loudness(&samples));
            assert!((-50.0..=-42.0).contains(&loud), "{what}: {loud:.1} dB");
            let peak = decibels(samples.iter().fold(0.0, |peak: f64, sample| peak.max(sample.abs())));
            assert!(peak <= -24.0, "{what}: a peak of {peak:.1} dB");
            let moments = samples.chunks(LENGTH / 480).map(|moment| decibels(loudness(moment)));
            let louder = moments.fold(f64::MIN, f64::max) - loud;
            assert!(louder <= 8.0, "{what}: a moment is {louder:.1} dB louder than the rest");
            loud
        });
        assert!(day - evening > 1.5 && evening - night > 1.5, "{}: {day:.1}, {night:.1}", place.word());
    }
}

#[test]
fn hours_are_alike_where_every_place_sounds_the_same() {
    for (hour, other, alike) in [(10, 16, true), (2, 4, true), (16, 16, true), (16, 18, false), (4, 6, false)] {
        assert_eq!(RoomTone::is_alike(hour, other), alike, "{hour} and {other}");
        let same = RoomTone::of(Place::Ward, hour) == RoomTone::of(Place::Ward, other);
        assert_eq!(same, alike, "{hour} and {other}, as they sound");
    }
}

#[test]
fn the_end_meets_the_beginning() {
    for place in Place::ALL {
        let samples = scaled(&RoomTone::of(place, 12));
        let steps: Vec<f64> = samples.windows(2).map(|pair| (pair[1] - pair[0]).abs()).collect();
        let largest = steps.iter().copied().fold(0.0, f64::max);
        let seam = (samples[0] - samples[LENGTH - 1]).abs();
        assert!(seam <= largest, "{}: a step of {seam} at the seam, elsewhere {largest}", place.word());
        // A click would show as energy above 4 kHz: there is no more at the seam than elsewhere.
        let turned = [&samples[LENGTH / 2..], &samples[..LENGTH / 2]].concat();
        let high: Vec<f64> = passed(&turned, Biquad::high_pass(4000.0)).chunks(LENGTH / 1200).map(loudness).collect();
        let others = high.iter().enumerate().filter(|(index, _)| !(599..=600).contains(index));
        let usual = others.map(|(_, loud)| *loud).fold(0.0, f64::max);
        let seam = high[599].max(high[600]);
        assert!(seam <= usual * gain(1.0), "{}: {seam} at the seam, elsewhere {usual}", place.word());
    }
}

#[test]
fn a_murmur_does_not_have_the_rhythm_of_speech() {
    // Syllables follow each other two to eight times a second. At that rate the murmur varies little more than steady
    // noise.
    let variation = |sound: &AudioLoop| {
        let mut smoothing = Biquad::low_pass(25.0);
        let envelope: Vec<f64> = sound.samples().iter().map(|sample| smoothing.process(sample.abs())).collect();
        let mean = envelope.iter().sum::<f64>() / f64::from(RoomTone::RATE * RoomTone::SECONDS);
        let band = passed(&envelope, (Biquad::high_pass(2.0), Biquad::low_pass(8.0)));
        loudness(&band[RoomTone::RATE as usize..]) / mean
    };
    let steady = (1..).zip([230.0, 390.0, 610.0]).map(|(seed, hertz)| {
        AudioLoop::white_noise(seed).filtered((Biquad::band_pass(hertz, 1.4), Biquad::low_pass(1400.0))).at_level(0.0)
    });
    let steady = steady.fold(AudioLoop::silent(), |all, band| all.mixed_with(&band));
    let (murmurs, steady) = (variation(&murmur(1)), variation(&steady));
    assert!(murmurs <= 1.35 * steady, "{murmurs:.3} beside {steady:.3}");
    let spoken = variation(&AudioLoop::white_noise(1).modulated(96, 0.9));
    assert!(spoken > 2.5 * steady, "syllables would be noticed: {spoken:.3} beside {steady:.3}");
}

#[test]
fn a_repeated_loop_fades_in_and_out() {
    let tone = RoomTone::of(Place::Telephone, 12);
    let repeated = tone.repeated(3);
    assert_eq!(repeated.samples().len(), 3 * LENGTH);
    assert_eq!([repeated.samples()[0], repeated.samples()[3 * LENGTH - 1]], [0, 0]);
    assert_eq!(repeated.samples()[LENGTH..2 * LENGTH], *tone.samples());
    let second = RoomTone::RATE as usize;
    let loud = |from: usize| loudness(&scaled(&repeated)[from..from + second / 4]);
    assert!(loud(0) < 0.3 * loud(second) && loud(3 * LENGTH - second / 4) < 0.3 * loud(second));
}

#[test]
fn the_file_says_what_it_holds() {
    let tone = RoomTone::of(Place::Ward, 12);
    let mut file = Cursor::new(Vec::new());
    tone.write_wav(&mut file).expect("memory takes it");
    let wav = hound::WavReader::new(Cursor::new(file.into_inner())).expect("a WAV file");
    let format = wav.spec();
    assert_eq!((format.channels, format.sample_rate, format.bits_per_sample), (1, RoomTone::RATE, 16));
    let samples: Vec<i16> = wav.into_samples().collect::<Result<_, _>>().expect("samples");
    assert_eq!(samples, tone.samples());
}

#[test]
fn the_bytes_never_change() {
    let mut hash = Sha256::new();
    for place in Place::ALL {
        for hour in [12, 2] {
            let mut file = Cursor::new(Vec::new());
            RoomTone::of(place, hour).write_wav(&mut file).expect("memory takes it");
            hash.update(file.into_inner());
        }
    }
    let digits = hash.finalize().iter().take(8).fold(0_u64, |digits, byte| digits << 8 | u64::from(*byte));
    assert_eq!(digits, 0xEAEE_6CAB_D2DE_D79A, "{digits:016X}");
}
