faltakt_test(NAME unit_changelog
    SOURCES unit/changelog_compartment_test.cpp unit/changelog_line_test.cpp unit/changelog_merge_test.cpp unit/changelog_properties_test.cpp
            unit/changelog_journal_test.cpp unit/changelog_line_sum_test.cpp
    LINKS changelog
    LIBS rapidcheck)
set_tests_properties(unit_changelog PROPERTIES ENVIRONMENT "RC_PARAMS=seed=20 max_success=1000")
