package io.trunkline.simulator.twiml;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/// XML to elements, without document types or outside entities.
final class Xml {
    private Xml() {}

    static Element read(String document) throws BadTwiml {
        try {
            var root = builder().parse(new InputSource(new StringReader(document.strip())));
            return element(root.getDocumentElement());
        } catch (SAXException | IOException e) {
            throw new BadTwiml(12100, "document parse failure: " + e.getMessage());
        }
    }

    private static DocumentBuilder builder() {
        var factory = DocumentBuilderFactory.newInstance();
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this Java has no XML parser", e);
        }
    }

    private static Element element(org.w3c.dom.Element from) {
        var attributes = new HashMap<String, String>();
        for (var i = 0; i < from.getAttributes().getLength(); i++) {
            var attribute = from.getAttributes().item(i);
            attributes.put(attribute.getNodeName(), attribute.getNodeValue());
        }
        var text = new StringBuilder();
        var children = new ArrayList<Element>();
        for (@Nullable Node n = from.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof org.w3c.dom.Element child) {
                children.add(element(child));
            } else if (n.getNodeType() == Node.TEXT_NODE || n.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(n.getNodeValue());
            }
        }
        return new Element(from.getTagName(), attributes, text.toString().strip(), children);
    }

    /// The default handler writes to the console.
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {}

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
