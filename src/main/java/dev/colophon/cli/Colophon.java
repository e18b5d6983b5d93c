package dev.colophon.cli;

/** The command line. */
public final class Colophon {
    private Colophon() {}

    public static void main(String[] args) {}
}
