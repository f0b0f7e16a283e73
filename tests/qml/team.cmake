# What a team has in common: check-in before a visit that one goes to alone, and handing over.
faltakt_test(NAME qml_team SOURCES qml/check_in_test.cpp qml/deputy_test.cpp qml/takeover_test.cpp qml/tally_upload_test.cpp qml/week_test.cpp qml/people_bench.cpp LINKS app_harness TIMEOUT 900)
