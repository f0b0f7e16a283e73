#pragma once

#include "platform/api/grey_picture.h"

#include <functional>
#include <string>

namespace faltakt::platform {

/// Why there is no picture, or no longer.
enum class ScanFault {
    NoCamera,   ///< The device has none, or none that this user may see.
    NotAllowed, ///< The system keeps the camera from the program until somebody allows it.
    NotStarted, ///< There is a camera, which gives no picture: another program may have it.
    Lost,       ///< It gave pictures and stopped: unplugged, or taken by another program.
};

/// How far a program gets to the device's cameras, as far as that can be known without opening one.
enum class CameraAccess {
    None,      ///< There is none.
    Forbidden, ///< There is one, and this user or this program may not have it.
    Allowed,   ///< There may be one.
};

/// What a scanner tells while it runs; all three are given. On the main thread, and nothing after stop() or `failed`.
struct ScanWatch {
    /// What the camera sees, for the one who holds it: some pictures a second, the newest.
    std::function<void(const GreyPicture &)> pictureTaken;
    /// The text of a QR code in sight, whoever made it: bytes, of no known encoding. Again while the code stays in sight.
    std::function<void(const std::string &)> codeRead;
    /// The camera is off; the scanner has stopped by itself and can be started again.
    std::function<void(ScanFault)> failed;
};

/// Reads QR codes with the device's camera. No picture is kept, written or sent. Main thread.
class CodeScanner {
public:
    virtual ~CodeScanner() = default;
    /// Whether it makes sense to offer scanning: cheap, and asks no camera. Where it is true a start can still fail.
    [[nodiscard]] virtual bool mayHaveCamera() const = 0;
    /// Switches the camera on; does nothing where it is on. A fault is told later, never from within.
    virtual void start(ScanWatch watch) = 0;
    /// Switches the camera off, at once as far as the program is concerned. May be called from what is told.
    virtual void stop() = 0;
};

} // namespace faltakt::platform
