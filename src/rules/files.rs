//! The rules of files and folders. They are here, and not in `library`, which reads files, so that the table has them
//! in every build.

use crate::source::diagnostics::rule::rule_table;

rule_table! {
    /// These rules.
    pub(crate) FILE_RULES {
        /// Two files of one folder with the same id.
        ///
        /// ## Why it matters
        /// A scenario is asked for by its id, so only one of them can be had. Most often one is a copy whose
        /// id was not changed.
        ///
        /// ## Before
        /// ```text the folder
        /// copy.ron     the scenario "minimal"
        /// minimal.ron  the scenario "minimal"
        /// ```
        ///
        /// ## After
        /// ```text the folder
        /// copy.ron     the scenario "copy"
        /// minimal.ron  the scenario "minimal"
        /// ```
        DUPLICATE_SCENARIO = "duplicate-scenario", Error;

        /// A folder without scenarios.
        ///
        /// ## Why it matters
        /// Scenarios are files whose names end in `.ron`. Perhaps another folder was meant.
        ///
        /// ## Before
        /// ```text the folder
        /// notes.txt    some notes
        /// ```
        ///
        /// ## After
        /// ```text the folder
        /// minimal.ron  the scenario "minimal"
        /// ```
        EMPTY_FOLDER = "empty-folder", Error;

        /// A file that is not there.
        ///
        /// ## Why it matters
        /// Its name may be misspelt, or what it is a link to has been moved.
        ///
        /// ## Before
        /// ```text the folder
        /// linked.ron   a link to nowhere.ron
        /// ```
        ///
        /// ## After
        /// ```text the folder
        /// linked.ron   the scenario "linked"
        /// ```
        MISSING_FILE = "missing-file", Error;

        /// A folder that is not there.
        ///
        /// ## Why it matters
        /// Its name may be misspelt. Nothing of it can be played.
        ///
        /// ## Before
        /// ```console the command line
        /// bedside --scenarios scenarois list
        /// ```
        ///
        /// ## After
        /// ```console the command line
        /// bedside --scenarios scenarios list
        /// ```
        MISSING_FOLDER = "missing-folder", Error;

        /// Something that is no regular file: a folder, a device, a pipe.
        ///
        /// ## Why it matters
        /// A scenario is read from a file, from beginning to end. A folder's name should not end in `.ron`.
        ///
        /// ## Before
        /// ```text the folder
        /// minimal.ron  a folder
        /// ```
        ///
        /// ## After
        /// ```text the folder
        /// minimal.ron  the scenario "minimal"
        /// ```
        NOT_A_FILE = "not-a-file", Error;

        /// A file that is no scenario where a folder, or a scenario's file, is needed.
        ///
        /// ## Why it matters
        /// Scenarios are looked for in folders, and in files whose names end in `.ron`. Another file
        /// holds none.
        ///
        /// ## Before
        /// ```console the command line
        /// bedside --scenarios notes.txt list
        /// ```
        ///
        /// ## After
        /// ```console the command line
        /// bedside --scenarios scenarios list
        /// ```
        NOT_A_FOLDER = "not-a-folder", Error;

        /// A file that is not in UTF-8.
        ///
        /// ## Why it matters
        /// Letters beyond the English alphabet would be read as others. In your editor, save the file in the
        /// encoding UTF-8.
        ///
        /// ## Before
        /// ```text the folder
        /// minimal.ron  the scenario "minimal" in UTF-16
        /// ```
        ///
        /// ## After
        /// ```text the folder
        /// minimal.ron  the scenario "minimal"
        /// ```
        NOT_UTF_8 = "not-utf-8", Error;

        /// A file that is not named after the scenario's id.
        ///
        /// ## Why it matters
        /// Whoever looks for a scenario by its id will not find the file. A file that was copied and never
        /// given an id of its own shows like this too.
        ///
        /// ## Before
        /// ```text the folder
        /// other.ron    the scenario "minimal"
        /// ```
        ///
        /// ## After
        /// ```text the folder
        /// minimal.ron  the scenario "minimal"
        /// ```
        OTHER_FILE_NAME = "other-file-name", Warning;

        /// A plan without a scenario beside it.
        ///
        /// ## Why it matters
        /// A plan belongs to the scenario of the same name in the same folder. Perhaps the scenario was renamed,
        /// and the plan was not; until they have one name again, the plan holds nothing to anything.
        ///
        /// ## Before
        /// ```text the folder
        /// minimal.ron  the scenario "minimal"
        /// other.plan   a plan
        /// ```
        ///
        /// ## After
        /// ```text the folder
        /// minimal.ron   the scenario "minimal"
        /// minimal.plan  a plan
        /// ```
        PLAN_WITHOUT_SCENARIO = "plan-without-scenario", Error;

        /// A plan whose scenario has errors.
        ///
        /// ## Why it matters
        /// No road can be walked through it, so the plan was not run. `bedside check` shows what is wrong with
        /// the scenario.
        ///
        /// ## Before
        /// ```text the folder
        /// minimal.ron   only some notes
        /// minimal.plan  a plan
        /// ```
        ///
        /// ## After
        /// ```text the folder
        /// minimal.ron   the scenario "minimal"
        /// minimal.plan  a plan
        /// ```
        PLAN_OF_UNSOUND_SCENARIO = "plan-of-unsound-scenario", Error;

        /// A folder with more than 1,000 scenarios.
        ///
        /// ## Why it matters
        /// The first thousand by name are read, so that a wrong folder cannot keep you waiting. Spread them
        /// over several folders.
        ///
        /// ## Before
        /// ```text the folder
        /// 1001 scenarios
        /// ```
        ///
        /// ## After
        /// ```text the folder
        /// minimal.ron  the scenario "minimal"
        /// ```
        TOO_MANY_FILES = "too-many-files", Error;

        /// A file that the system does not let Bedside read.
        ///
        /// ## Why it matters
        /// You may not be allowed to read it, or it is a link that leads to itself.
        ///
        /// ## Before
        /// ```text the folder
        /// linked.ron   a link to linked.ron
        /// ```
        ///
        /// ## After
        /// ```text the folder
        /// linked.ron   the scenario "linked"
        /// ```
        UNREADABLE_FILE = "unreadable-file", Error;

        /// A folder that the system does not let Bedside read.
        ///
        /// ## Why it matters
        /// You may not be allowed to read it, or it is a link that leads to itself.
        ///
        /// ## Before
        /// ```console the command line
        /// bedside --scenarios endless list
        /// ```
        ///
        /// ## After
        /// ```console the command line
        /// bedside --scenarios scenarios list
        /// ```
        UNREADABLE_FOLDER = "unreadable-folder", Error;
    }
}
