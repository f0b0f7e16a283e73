#include "tests/support/pdf_text.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>
#include <QTransform>

namespace faltakt::test {

namespace {

constexpr double MmPerPoint = 25.4 / 72;
constexpr double PageHeightPoints = 842;

struct Pdf {
    QByteArray bytes;

    /// What stands between "N 0 obj" and "endobj".
    [[nodiscard]] QByteArray object(int number) const
    {
        const QByteArray begin = '\n' + QByteArray::number(number) + " 0 obj\n";
        const auto at = bytes.indexOf(begin);
        return at < 0 ? QByteArray() : bytes.mid(at + begin.size(), bytes.indexOf("endobj", at) - at - begin.size());
    }
    [[nodiscard]] QByteArray stream(int number) const
    {
        const QByteArray all = object(number);
        const auto at = all.indexOf("stream\n");
        if (at < 0)
            return {};
        QByteArray packed = all.mid(at + 7, all.lastIndexOf("endstream") - at - 7);
        if (!all.left(at).contains("FlateDecode"))
            return packed;
        // Qt wants the length before the bytes; a guess will do.
        return qUncompress(QByteArray("\0\1\0\0", 4) + packed);
    }
    /// The number behind a name: "/Contents 12 0 R".
    [[nodiscard]] static int reference(const QByteArray &object, const QByteArray &name)
    {
        const auto at = object.indexOf(name + ' ');
        return at < 0 ? 0 : object.mid(at + name.size() + 1).split(' ').first().trimmed().toInt();
    }
};

/// From the numbers of a font's signs to what they say.
QMap<QByteArray, QString> signsOf(const Pdf &pdf, int font)
{
    QMap<QByteArray, QString> signs;
    const QByteArray table = pdf.stream(Pdf::reference(pdf.object(font), "/ToUnicode"));
    const auto number = [](const QByteArray &word) { return word.mid(1, word.size() - 2).toUShort(nullptr, 16); };
    bool isRange = false;
    for (const QByteArray &line : table.split('\n')) {
        if (line.contains("beginbfrange"))
            isRange = true;
        else if (line.contains("endbfrange"))
            isRange = false;
        if (!isRange || !line.startsWith('<'))
            continue;
        const QByteArray spaced = QByteArray(line).replace("[", " ").replace("]", " ").simplified();
        const QList<QByteArray> words = spaced.split(' ');
        const ushort first = number(words.at(0));
        const ushort last = number(words.at(1));
        for (int sign = first; sign <= last; ++sign) {
            const bool isList = line.contains('[');
            const ushort said =
                isList ? number(words.at(2 + sign - first)) : ushort(number(words.at(2)) + sign - first);
            signs.insert(QByteArray::number(sign, 16).rightJustified(4, '0').toUpper(), QString(QChar(said)));
        }
    }
    return signs;
}

/// Goes through what is drawn on a page, sign by sign.
class PageReader {
public:
    PageReader(const Pdf &pdf, const QByteArray &page, int number) : m_number(number)
    {
        const QByteArray resources = pdf.object(Pdf::reference(page, "/Resources"));
        const auto fonts = resources.indexOf("/Font <<");
        for (const QByteArray &line : resources.mid(fonts, resources.indexOf(">>", fonts) - fonts).split('\n'))
            if (line.startsWith("/F") && line.endsWith(" R"))
                m_fonts.insert(line.split(' ').first(), signsOf(pdf, line.split(' ').at(1).toInt()));
        const QByteArray drawn = pdf.stream(Pdf::reference(page, "/Contents"));
        for (const QByteArray &word : drawn.simplified().split(' '))
            take(word);
    }
    [[nodiscard]] std::vector<PdfRun> runs() { return std::move(m_runs); }

private:
    [[nodiscard]] double operand(int fromEnd) const { return m_operands.at(m_operands.size() - fromEnd).toDouble(); }
    [[nodiscard]] QTransform matrix() const
    {
        return {operand(6), operand(5), operand(4), operand(3), operand(2), operand(1)};
    }
    void take(const QByteArray &word)
    {
        if (word == "q")
            m_stack.append(m_page);
        else if (word == "Q")
            m_page = m_stack.isEmpty() ? m_page : m_stack.takeLast();
        else if (word == "cm")
            m_page = matrix() * m_page;
        else if (word == "BT")
            m_isBegun = false;
        else if (word == "Tm")
            m_line = matrix();
        else if (word == "Td")
            m_line = QTransform::fromTranslate(operand(2), operand(1)) * m_line;
        else if (word == "Tf")
            m_font = m_operands.at(m_operands.size() - 2);
        else if (word == "Tj")
            show(m_operands.last());
        else
            return m_operands.append(word);
        m_operands.clear();
    }
    void show(const QByteArray &sign)
    {
        if (!std::exchange(m_isBegun, true)) {
            const QPointF at = (m_line * m_page).map(QPointF(0, 0));
            m_runs.push_back({m_number, at.x() * MmPerPoint, (PageHeightPoints - at.y()) * MmPerPoint, {}});
        }
        m_runs.back().text += m_fonts[m_font].value(sign.mid(1, sign.size() - 2), QStringLiteral("?")).toStdString();
    }

    int m_number;
    QMap<QByteArray, QMap<QByteArray, QString>> m_fonts;
    QList<QByteArray> m_operands;
    QList<QTransform> m_stack;
    QTransform m_page;
    QTransform m_line;
    QByteArray m_font;
    bool m_isBegun = false;
    std::vector<PdfRun> m_runs;
};

} // namespace

std::vector<PdfRun> pdfRuns(base::ByteView pdf)
{
    const Pdf file{QByteArray(reinterpret_cast<const char *>(pdf.data()), qsizetype(pdf.size()))};
    std::vector<PdfRun> runs;
    const auto kids = file.bytes.indexOf("/Kids");
    const QByteArray list = file.bytes.mid(kids, file.bytes.indexOf(']', kids) - kids);
    int page = 0;
    for (const QByteArray &line : list.split('\n'))
        if (line.endsWith(" R"))
            for (PdfRun &run : PageReader(file, file.object(line.split(' ').first().toInt()), ++page).runs())
                runs.push_back(std::move(run));
    return runs;
}

std::string pdfText(const std::vector<PdfRun> &runs)
{
    std::string text;
    for (const PdfRun &run : runs)
        text += run.text + '\n';
    return text;
}

} // namespace faltakt::test
