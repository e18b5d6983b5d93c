package dev.colophon.text;

/** Parts of addresses as they are written. */
public final class Urls {
    private Urls() {}

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
