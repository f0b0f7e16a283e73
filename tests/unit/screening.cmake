faltakt_test(NAME unit_screening
    SOURCES
        unit/screening_advice_test.cpp
        unit/screening_expression_test.cpp
        unit/screening_instruments_test.cpp
        unit/screening_questionnaire_test.cpp
        unit/screening_range_test.cpp
        unit/screening_record_test.cpp
        unit/screening_result_test.cpp
        unit/screening_session_test.cpp
    LINKS screening
    LIBS rapidcheck Qt6::Core)
