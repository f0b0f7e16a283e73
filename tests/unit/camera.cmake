# Reading codes from a camera's pictures; what makes the pictures is for the app's tests too.
add_library(faltakt_code_pictures STATIC support/code_pictures.cpp)
target_link_libraries(faltakt_code_pictures PUBLIC faltakt_flags faltakt_platform_api Qt6::Gui PRIVATE PkgConfig::QRENCODE)

faltakt_test(NAME unit_camera
    SOURCES unit/camera_code_test.cpp unit/camera_frames_test.cpp unit/camera_scanner_test.cpp
    LINKS platform_camera platform_linux code_pictures server protocol LIBS Qt6::Gui Qt6::Multimedia Qt6::Test)
