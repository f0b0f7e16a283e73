#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace faltakt::app {

/// What the command line asks for. A value.
struct AppOptions {
    QString data;            ///< Folder of this device's stores; the system's place for it unless named.
    bool isTraining = false; ///< --demo: invented people, no network, a folder that goes at the end.
    bool isSelfTest = false; ///< --self-test: loads every screen; any warning fails.
    bool isGallery = false;  ///< --gallery: every control in every state.
    bool endsWhenShown =
        false; ///< --until-shown: says so once the first picture stands, and ends; to measure the start.
    std::optional<QString> tour; ///< --tour DIR: pictures of every screen.
    bool isOwnDevice = false;    ///< --data was given: a tour goes through that device, not through a training device.
    QString pinFile;             ///< --pin-file FILE: unlocks the device for a tour; the passphrase is its first line.
    QStringList scenes;          ///< --scene NAME: only these scenes of the tour.
    QStringList looks;           ///< --look NAME: only these looks of the tour.

    /// Pictures and the self-test are drawn where nobody sees them.
    [[nodiscard]] bool needsNoDisplay() const noexcept { return tour.has_value() || isSelfTest; }
};

/// Reads the command line; says what is wrong with it and ends the program with 2 where something is. Makes no application
/// object that outlives it: after a second one Qt 6.4 speaks to no screen reader any more.
[[nodiscard]] AppOptions readOptions(int argumentCount, char **argumentValues);

} // namespace faltakt::app
