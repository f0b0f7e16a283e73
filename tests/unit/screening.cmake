faltakt_test(NAME unit_screening
    SOURCES
        unit/screening_advice_test.cpp
        unit/screening_calculation_test.cpp
        unit/screening_check_test.cpp
        unit/screening_conditions_test.cpp
        unit/screening_exchange_test.cpp
        unit/screening_expression_test.cpp
        unit/screening_forms_test.cpp
        unit/screening_instruments_test.cpp
        unit/screening_items_test.cpp
        unit/screening_languages_test.cpp
        unit/screening_large_test.cpp
        unit/screening_pack_test.cpp
        unit/screening_questionnaire_test.cpp
        unit/screening_range_test.cpp
        unit/screening_record_test.cpp
        unit/screening_response_test.cpp
        unit/screening_result_test.cpp
        unit/screening_rows_test.cpp
        unit/screening_session_test.cpp
        unit/screening_shelf_test.cpp
        unit/screening_shipped_test.cpp
    LINKS screening
    LIBS rapidcheck Qt6::Core)
