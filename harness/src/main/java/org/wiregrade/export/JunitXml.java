package org.wiregrade.export;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.wiregrade.policy.ExportPolicy;
import org.wiregrade.results.CheckResult;
import org.wiregrade.results.Verdict;

/** A result as JUnit XML, a test case a check; what could not be told, or is hidden, is skipped there. */
final class JunitXml {
    private JunitXml() {}

    static Optional<String> of(Entry entry, ExportPolicy policy) throws IOException {
        var text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuites");
            xml.writeStartElement("testsuite");
            writeTotals(xml, entry);
            for (CheckResult check : entry.checks()) {
                write(xml, entry, check);
            }
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        return Optional.of(text + "\n");
    }

    private static void writeTotals(XMLStreamWriter xml, Entry entry) throws XMLStreamException {
        long failed = entry.checks().stream()
                .filter(check -> !entry.isHidden(check) && check.verdict() == Verdict.FAILED)
                .count();
        long skipped = entry.checks().stream()
                .filter(check -> entry.isHidden(check)
                        || check.verdict() == Verdict.SKIPPED
                        || check.verdict() == Verdict.BROKEN)
                .count();
        xml.writeAttribute("name", legal(entry.lab()));
        xml.writeAttribute("tests", Integer.toString(entry.checks().size()));
        xml.writeAttribute("failures", Long.toString(failed));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", Long.toString(skipped));
        xml.writeStartElement("properties");
        xml.writeEmptyElement("property");
        xml.writeAttribute("name", "points");
        xml.writeAttribute("value", legal(entry.points()));
        xml.writeEndElement();
    }

    private static void write(XMLStreamWriter xml, Entry entry, CheckResult check) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", legal("wiregrade." + entry.lab() + "." + check.task()));
        xml.writeAttribute("name", legal(check.id()));
        boolean hidden = entry.isHidden(check);
        if (hidden || check.verdict() != Verdict.PASSED) {
            String said = legal(CheckWords.of(entry, check));
            xml.writeStartElement(!hidden && check.verdict() == Verdict.FAILED ? "failure" : "skipped");
            xml.writeAttribute("message", said);
            xml.writeCharacters(hidden ? said : said + "\n[" + check.earned() + "/" + check.points() + "]");
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    /** The text without what XML 1.0 has no way to write. */
    private static String legal(String text) {
        return text.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || (c >= 0x20 && c <= 0xD7FF)
                        || (c >= 0xE000 && c <= 0xFFFD)
                        || c >= 0x10000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
