faltakt_test(NAME unit_image SOURCES unit/image_photo_test.cpp LINKS platform_image LIBS Qt6::Gui)
