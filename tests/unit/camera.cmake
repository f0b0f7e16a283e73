# Reading codes from a camera's pictures; what makes the pictures is for the app's tests too.
add_library(faltakt_code_pictures STATIC support/code_pictures.cpp)
target_link_libraries(faltakt_code_pictures PUBLIC faltakt_flags faltakt_platform_api Qt6::Gui PRIVATE faltakt_qr)

faltakt_test(NAME unit_qr SOURCES unit/qr_code_test.cpp LINKS qr platform_camera code_pictures LIBS Qt6::Gui)

faltakt_test(NAME unit_camera
    SOURCES unit/camera_code_test.cpp unit/camera_frames_test.cpp
    LINKS platform_camera code_pictures server protocol LIBS Qt6::Gui Qt6::Multimedia Qt6::Test)

# With a camera that is emulated in place of the system's calls; sanitizers put themselves into the same place.
if(FALTAKT_SANITIZE OR FALTAKT_FUZZ)
    return()
endif()
# Its functions are those of the C library, under their own names: no checked twins, nothing hidden.
add_library(faltakt_emulated_camera SHARED support/emulated_camera.cpp)
target_compile_options(faltakt_emulated_camera PRIVATE -Wall -Wextra -U_FORTIFY_SOURCE)
target_link_libraries(faltakt_emulated_camera PRIVATE ${CMAKE_DL_LIBS})
set_target_properties(faltakt_emulated_camera PROPERTIES CXX_VISIBILITY_PRESET default)

foreach(case IN ITEMS none device)
    faltakt_test(NAME unit_camera_${case}
        SOURCES unit/camera_${case}_test.cpp
        LINKS emulated_camera platform_camera platform_linux code_pictures LIBS Qt6::Gui Qt6::Multimedia Qt6::Test)
    # Nothing of the program asks for it by name.
    target_link_options(unit_camera_${case} PRIVATE LINKER:--no-as-needed)
endforeach()
