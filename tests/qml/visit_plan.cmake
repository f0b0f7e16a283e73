# The visits of today and tomorrow in the worker's order, and what is planned for each.
faltakt_test(NAME qml_visit_plan
    SOURCES qml/visit_plan_test.cpp qml/people_bench.cpp
    LINKS app_harness TIMEOUT 600)
