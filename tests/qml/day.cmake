# The pages of the day as a whole: who was met, what was counted, a relative's call, and its end.
faltakt_test(NAME qml_day
    SOURCES qml/day_met_test.cpp qml/day_contact_test.cpp qml/day_end_test.cpp qml/day_reading_test.cpp qml/day_template_test.cpp qml/day_bench.cpp qml/people_bench.cpp
    LINKS app_harness TIMEOUT 300)
