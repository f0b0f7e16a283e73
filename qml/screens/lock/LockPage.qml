pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.ViewModels

Item {
    required property LockViewModel viewModel
}
