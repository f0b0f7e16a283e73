# Letters after a police report: on paper, and their pages in the app.
faltakt_test(NAME qml_letter_print SOURCES qml/letter_print_test.cpp support/pdf_text.cpp
    LINKS viewmodels platform_print TIMEOUT 300)
faltakt_test(NAME qml_letter SOURCES qml/letter_test.cpp qml/people_bench.cpp LINKS app_harness TIMEOUT 900)
