package org.wiregrade.export;

import java.io.IOException;
import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.wiregrade.results.CheckResult;
import org.wiregrade.results.Result;
import org.wiregrade.results.Verdict;

/** A result as JUnit XML, a test case a check; what could not be told is skipped there, with the reason. */
final class JunitXml {
    private JunitXml() {}

    static String of(Result result) throws IOException {
        var text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuites");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", legal(result.lab()));
            xml.writeAttribute("tests", Integer.toString(result.checks().size()));
            xml.writeAttribute("failures", Long.toString(result.count(Verdict.FAILED)));
            xml.writeAttribute("errors", "0");
            xml.writeAttribute("skipped", Long.toString(result.count(Verdict.SKIPPED) + result.count(Verdict.BROKEN)));
            for (CheckResult check : result.checks()) {
                write(xml, result.lab(), check);
            }
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        return text + "\n";
    }

    private static void write(XMLStreamWriter xml, String lab, CheckResult check) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", legal("wiregrade." + lab + "." + check.task()));
        xml.writeAttribute("name", legal(check.id()));
        if (check.verdict() != Verdict.PASSED) {
            String why = check.verdict() == Verdict.BROKEN ? "could not tell; a person has to look\n" : "";
            String said = legal(why + PlatformJson.sentences(check));
            xml.writeStartElement(check.verdict() == Verdict.FAILED ? "failure" : "skipped");
            xml.writeAttribute("message", said);
            xml.writeCharacters(said + "\n[" + check.earned() + "/" + check.points() + "]");
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
