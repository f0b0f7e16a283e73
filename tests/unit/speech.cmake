faltakt_test(NAME unit_speech SOURCES unit/speech_voice_test.cpp LINKS platform_speech platform_fake LIBS Qt6::Gui TIMEOUT 60)
