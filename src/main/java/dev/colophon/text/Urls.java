package dev.colophon.text;

/** Parts of addresses as they are written. */
public final class Urls {
    private static final String WWW = "www.";

    private Urls() {}

    /** The host, or an address that begins with one, without {@code www.}. */
    public static String withoutWww(String host) {
        return host.startsWith(WWW) && host.length() > WWW.length() ? host.substring(WWW.length()) : host;
    }

    /**
     * Where the path of an address ends: before its query or its fragment.
     *
     * @param from where in the path to begin
     */
    public static int endOfPath(String address, int from) {
        for (int i = from; i < address.length(); i++) {
            if (address.charAt(i) == '?' || address.charAt(i) == '#') {
                return i;
            }
        }
        return address.length();
    }
}
