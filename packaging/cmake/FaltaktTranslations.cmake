# Translations: the source says Swedish, English is a translation, and the Swedish file holds plural forms only.
#
# faltakt_add_translations(faltakt_app faltakt_en faltakt_sv)
#   compiles assets/i18n/<name>.ts and puts <name>.qm under :/i18n of the target.
find_program(FALTAKT_LRELEASE NAMES lrelease PATHS /usr/lib/qt6/bin REQUIRED NO_DEFAULT_PATH)

function(faltakt_add_translations target)
    set(compiled "")
    foreach(name IN LISTS ARGN)
        set(source "${PROJECT_SOURCE_DIR}/assets/i18n/${name}.ts")
        set(result "${CMAKE_CURRENT_BINARY_DIR}/i18n/${name}.qm")
        add_custom_command(OUTPUT "${result}"
            COMMAND "${CMAKE_COMMAND}" -E make_directory "${CMAKE_CURRENT_BINARY_DIR}/i18n"
            COMMAND "${FALTAKT_LRELEASE}" -silent "${source}" -qm "${result}"
            DEPENDS "${source}" VERBATIM)
        list(APPEND compiled "${result}")
    endforeach()
    qt_add_resources(${target} ${target}_i18n PREFIX /i18n BASE "${CMAKE_CURRENT_BINARY_DIR}/i18n" FILES ${compiled})
endfunction()
