package dev.colophon.source.format;

import javax.xml.stream.XMLInputFactory;

/** XML as dumps are allowed to hold it: no DTDs, no entities but XML's own, and nothing outside is opened. */
public final class SafeXml {
    private SafeXml() {}

    /** A factory of readers that know no namespaces and give each text in one piece. */
    public static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
