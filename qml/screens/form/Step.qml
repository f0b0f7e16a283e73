pragma ComponentBehavior: Bound
import QtQuick

/// One of several contents of a page: made when it is shown, gone when it is not. A Repeater of one, since on Qt 6.4 a
/// Loader cannot make a bound component.
Repeater {
    id: step

    required property bool shown

    model: step.shown ? 1 : 0
}
