pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// What is said before going in.
FillColumn {
    id: fields

    required property CheckInForm form

    Layout.fillWidth: true
    spacing: Theme.space4

    ChipGroup {
        Layout.fillWidth: true
        title: qsTr("Klar om")
        names: fields.form.ends
        currentIndex: fields.form.endIndex
        error: fields.form.isOtherEnd ? "" : fields.form.endProblem
        onChosen: index => fields.form.chooseEnd(index)
    }
    TextField {
        Layout.fillWidth: true
        visible: fields.form.isOtherEnd
        label: qsTr("Klar klockan")
        text: fields.form.otherEnd
        error: fields.form.endProblem
        inputHints: Qt.ImhTime
        maximumLength: 5
        onEdited: text => fields.form.setOtherEnd(text)
    }
    TextField {
        Layout.fillWidth: true
        label: qsTr("Var (valfritt)")
        text: fields.form.place
        help: qsTr("Teamet ser det. Skriv inte vem du besöker, och ingen adress som är skyddad.")
        maximumLength: 200
        onEdited: text => fields.form.setPlace(text)
    }
    TextField {
        Layout.fillWidth: true
        label: qsTr("Nås på (valfritt)")
        text: fields.form.phone
        inputHints: Qt.ImhDialableCharactersOnly
        maximumLength: 40
        onEdited: text => fields.form.setPhone(text)
    }
}
