faltakt_test(NAME unit_base
    SOURCES
        unit/base_answer_words_test.cpp
        unit/base_bytes_test.cpp
        unit/base_date_words_test.cpp
        unit/base_ids_test.cpp
        unit/base_instant_test.cpp
        unit/base_json_test.cpp
        unit/base_log_test.cpp
        unit/base_random_test.cpp
        unit/base_result_test.cpp
        unit/base_sentences_test.cpp
        unit/base_text_test.cpp
    LINKS base
    LIBS rapidcheck)
