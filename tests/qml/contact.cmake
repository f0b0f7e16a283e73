# Contacts, calls, notes and "Nytt": pieces on their own, and on the whole app by touch.
faltakt_test(NAME qml_contact
    SOURCES qml/contact_pieces_test.cpp qml/contact_lob_test.cpp qml/contact_other_test.cpp qml/note_test.cpp
    LINKS field_worker platform_fake TIMEOUT 900)
# Children, protection and the talk about safety.
faltakt_test(NAME qml_child SOURCES qml/child_test.cpp qml/child_worry_test.cpp LINKS field_worker platform_fake TIMEOUT 900)
# The call after a police report: who is on the line, the crib of the talk, signs of danger, text messages.
faltakt_test(NAME qml_talk
    SOURCES qml/danger_sign_test.cpp qml/contact_caller_test.cpp qml/contact_crib_test.cpp qml/contact_text_test.cpp qml/lob_sheet_test.cpp
    LINKS field_worker platform_fake TIMEOUT 900)
# What every header says of what is written on its page.
faltakt_test(NAME qml_recording SOURCES qml/recording_test.cpp LINKS field_worker platform_fake TIMEOUT 900)
