# The decisions and plans that hold, on a person's page.
faltakt_test(NAME qml_decisions SOURCES qml/people_decisions_test.cpp qml/people_bench.cpp LINKS app_harness TIMEOUT 900)
