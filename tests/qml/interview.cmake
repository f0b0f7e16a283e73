find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
faltakt_test(NAME qml_interview SOURCES qml/interview_test.cpp qml/interview_kinds_test.cpp qml/interview_area_test.cpp qml/interview_result_test.cpp qml/handout_test.cpp
    LINKS app platform_fake LIBS Qt6::Test TIMEOUT 300)
