find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
faltakt_test(NAME qml_interview SOURCES qml/interview_test.cpp qml/interview_kinds_test.cpp qml/interview_area_test.cpp qml/interview_manner_test.cpp qml/interview_result_test.cpp qml/interview_waiting_test.cpp qml/interview_training_test.cpp qml/interview_parts_test.cpp qml/handout_test.cpp qml/first_rows_test.cpp
    LINKS app_harness platform_fake TIMEOUT 900)
# The device in a person's hands, and somebody who comes in, on the whole app.
faltakt_test(NAME qml_handover SOURCES qml/handover_test.cpp qml/safety_talk_test.cpp qml/veiled_answers_test.cpp qml/overview_test.cpp LINKS field_worker TIMEOUT 900)
