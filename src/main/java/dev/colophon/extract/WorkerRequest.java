package dev.colophon.extract;

/**
 * What a worker is asked to read.
 *
 * @param mediaType the type as far as it is known from the first bytes
 * @param fileName the document's file name, a hint for the detector; may be empty
 * @param parser the class of the parser that reads it; empty where the worker has to find it
 * @param body its bytes. Not copied: nobody may write to it.
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere; a copy of each body would only cost memory
record WorkerRequest(String mediaType, String fileName, String parser, byte[] body) {}
