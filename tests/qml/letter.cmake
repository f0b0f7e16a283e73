# Letters after a police report, on paper.
faltakt_test(NAME qml_letter_print SOURCES qml/letter_print_test.cpp support/pdf_text.cpp
    LINKS viewmodels platform_print TIMEOUT 300)
