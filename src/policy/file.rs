//! The file of a policy: where it lies, and what it says.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::{env, fmt};

use serde::Deserialize;
use thiserror::Error;

use crate::records::export::xapi::{HomePage, Version};
use crate::records::record_store::{NoStoreAddress, RecordStore};

use super::{Feature, Policy};

/// The environment variable that names a file where the system has none.
pub const VARIABLE: &str = "BEDSIDE_POLICY";

/// The form that this version reads.
const FORM: u32 = 1;
/// The most bytes of a file.
const MOST_BYTES: u64 = 1 << 20;
/// How much of what is wrong is repeated.
const REPEATED: usize = 300;

/// Why a policy cannot be used.
#[derive(Debug)]
pub struct PolicyError {
    file: PathBuf,
    why: Why,
}

#[derive(Debug, Error)]
enum Why {
    #[error("it cannot be read ({0})")]
    Unreadable(#[from] io::Error),
    #[error("it is a folder or a device")]
    NotAFile,
    #[error("it is longer than {} MB", MOST_BYTES >> 20)]
    TooLong,
    #[error("it is not in UTF-8")]
    NotUtf8,
    #[error("{0}")]
    Form(String),
    #[error("it is in form {0}, and this version reads form {FORM}")]
    LaterForm(u32),
    #[error("`record_store`: {0}")]
    RecordStore(String),
}

impl fmt::Display for PolicyError {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, why } = self;
        write!(to, "The policy of this computer, {}, cannot be used: {why}", file.display())
    }
}

impl std::error::Error for PolicyError {}

/// The form of a file, before anything else of it is looked at.
#[derive(Deserialize)]
struct Head {
    form: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(rename = "form")]
    _form: u32,
    #[serde(default)]
    scenarios: Vec<PathBuf>,
    #[serde(default)]
    record_store: Option<WrittenStore>,
    #[serde(default)]
    off: Vec<Feature>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenStore {
    address: String,
    user: String,
    #[serde(default)]
    home_page: Option<String>,
    #[serde(default)]
    xapi: Option<String>,
}

/// The file that the system has for all who use it, or else the one that is named; `None` where there is neither.
pub(super) fn place() -> Option<PathBuf> {
    let of_system = of_system().filter(|file| file.symlink_metadata().is_ok());
    let named = || env::var_os(VARIABLE).filter(|file| !file.is_empty()).map(PathBuf::from);
    of_system.or_else(named)
}

/// Where a file lies that only whoever looks after the computer can write.
fn of_system() -> Option<PathBuf> {
    let folder = if cfg!(windows) {
        PathBuf::from(env::var_os("ProgramData")?).join("Bedside")
    } else if cfg!(target_os = "macos") {
        PathBuf::from("/Library/Application Support/Bedside")
    } else {
        PathBuf::from("/etc/bedside")
    };
    Some(folder.join("policy.ron"))
}

/// What a file says.
pub(super) fn read(file: &Path) -> Result<Policy, PolicyError> {
    text_of(file).and_then(|text| parse(&text)).map_err(|why| PolicyError { file: file.to_owned(), why })
}

fn text_of(file: &Path) -> Result<String, Why> {
    let file = File::open(file)?;
    if !file.metadata()?.is_file() {
        return Err(Why::NotAFile);
    }
    let mut bytes = Vec::new();
    file.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(Why::TooLong);
    }
    let text = String::from_utf8(bytes).map_err(|_| Why::NotUtf8)?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

fn parse(text: &str) -> Result<Policy, Why> {
    let Head { form } = ron::from_str(text).map_err(|error| wrong(&error))?;
    if form != FORM {
        return Err(Why::LaterForm(form));
    }
    let Written { scenarios, record_store, off, .. } = options().from_str(text).map_err(|error| wrong(&error))?;
    let record_store = record_store.map(WrittenStore::read).transpose().map_err(Why::RecordStore)?;
    Ok(Policy { scenarios, record_store, off: off.into_iter().collect() })
}

fn options() -> ron::Options {
    ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
}

fn wrong(error: &ron::error::SpannedError) -> Why {
    Why::Form(format!("at {}: {}", error.span.start, error.code).chars().take(REPEATED).collect())
}

impl WrittenStore {
    fn read(self) -> Result<RecordStore, String> {
        let version = match self.xapi.as_deref() {
            None => Version::V1_0_3,
            Some(named) => Version::ALL
                .into_iter()
                .find(|version| version.header() == named)
                .ok_or_else(|| format!("there is no xAPI \u{201c}{named}\u{201d} here: 1.0.3 or 2.0.0"))?,
        };
        let home_page =
            self.home_page.map(|page| page.parse::<HomePage>().map_err(|wrong| wrong.to_string())).transpose()?;
        Ok(RecordStore {
            address: self.address.parse().map_err(|wrong: NoStoreAddress| wrong.to_string())?,
            user: RecordStore::user_name(&self.user).map_err(|wrong| wrong.to_string())?,
            version,
            home_page: home_page.unwrap_or_default(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::Found;
    use super::*;

    fn wrong_with(text: &str) -> String {
        parse(text).expect_err("it cannot be used").to_string()
    }

    #[test]
    fn a_policy_says_where_scenarios_lie_which_store_there_is_and_what_is_off() {
        let policy = parse(
            "// Ward 7\n(form: 1, scenarios: [\"//server/training\"], off: [Phones, Voice],\n\
             record_store: (address: \"https://lrs.example.org/xapi\", user: \"ward\", xapi: \"2.0.0\"))",
        )
        .expect("a policy");
        assert_eq!(policy.scenarios, [PathBuf::from("//server/training")]);
        assert_eq!(policy.off().collect::<Vec<_>>(), [Feature::Phones, Feature::Voice]);
        assert!(policy.is_off(Feature::Phones) && !policy.is_off(Feature::Sending));
        let store = policy.record_store.expect("a store");
        assert_eq!((&*store.user, store.version, store.home_page), ("ward", Version::V2_0_0, HomePage::default()));
        assert_eq!(parse("(form: 1)").expect("it says nothing"), Policy::default());
    }

    #[test]
    fn what_is_wrong_is_named_with_its_place() {
        assert!(
            wrong_with("(form: 1,\n off: [Phone])").starts_with("at 2:8"),
            "{}",
            wrong_with("(form: 1,\n off: [Phone])")
        );
        for (text, part) in [
            ("(form: 2, holograms: true)", "form 2"),
            ("(form: 1, scenario: [])", "scenario"),
            ("(form: 1", "Expected"),
            ("(form: 1, record_store: (address: \"ftp://x\", user: \"ward\"))", "record_store"),
            ("(form: 1, record_store: (address: \"https://x.example/xapi\", user: \"a:b\"))", "colon"),
            (
                "(form: 1, record_store: (address: \"https://x.example/xapi\", user: \"a\", xapi: \"3\"))",
                "1.0.3 or 2.0.0",
            ),
        ] {
            assert!(wrong_with(text).contains(part), "{text}: {}", wrong_with(text));
        }
    }

    #[test]
    fn where_it_cannot_be_used_nothing_reaches_out_and_what_is_played_is_kept_all_the_same() {
        let folder = env::temp_dir().join(format!("bedside-policy-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        let file = folder.join("policy.ron");
        std::fs::write(&file, "\u{feff}(form: 1, off: [Profiles])").expect("written");
        let found = Found::in_file(&file);
        assert!(
            found.problem.is_none() && found.policy.is_off(Feature::Profiles) && !found.policy.is_off(Feature::Voice)
        );
        std::fs::write(&file, b"(form: 1, off: [\xff])").expect("written");
        let found = Found::in_file(&file);
        let told = found.problem.expect("it is damaged").to_string();
        assert!(told.contains("policy.ron") && told.contains("UTF-8"), "{told}");
        assert_eq!(found.policy.off().collect::<Vec<_>>(), Feature::REACHING_OUT);
        assert!(Found::in_file(&folder).problem.is_some(), "a folder is no policy");
        std::fs::remove_dir_all(&folder).expect("removed");
    }
}
