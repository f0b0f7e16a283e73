# The forms of the worker's own acts.
faltakt_test(NAME qml_act SOURCES qml/act_test.cpp qml/act_insats_test.cpp qml/act_clock_test.cpp qml/people_bench.cpp LINKS app_harness TIMEOUT 900)
