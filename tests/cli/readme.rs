//! The commands that README.md shows, run as they stand there.

#[test]
fn the_commands_of_the_readme_print_what_it_shows() {
    trycmd::TestCases::new().case("README.md");
}
