package dev.colophon.extract;

import dev.colophon.extract.guard.Guard;
import dev.colophon.model.Capture;
import dev.colophon.model.Extraction;
import dev.colophon.model.LineClassifier;
import java.util.List;
import java.util.Set;
import org.apache.tika.mime.MediaType;
import org.jspecify.annotations.Nullable;

/** Reads what Tika reads, in forked workers: PDF, Office, OpenDocument, RTF, EPUB, e-mail, XML and more. */
final class TikaReader implements AutoCloseable {
    private static final String PDF = "application/pdf";

    private static final Set<String> TEXTS = Set.of(
            PDF,
            "application/msword",
            "application/rtf",
            "application/vnd.oasis.opendocument.text",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final LineClassifier lines;
    private final TikaWorkers workers;
    private final Guard guard;

    TikaReader(LineClassifier lines, ExtractLimits limits) {
        this.lines = lines;
        this.workers = new TikaWorkers(limits);
        this.guard = new Guard(limits.expansionRatio());
    }

    /**
     * What the capture says.
     *
     * @param type its media type as far as the first bytes tell it
     * @throws ExtractionException where no parser reads it or it has no text
     */
    Extraction extract(Capture capture, String type) throws ExtractionException {
        Guard.Refusal refusal = guard.refusal(capture.body(), type);
        if (refusal != null) {
            throw new ExtractionException(refusal.reason(), refusal.message(), null);
        }
        String fileName = MediaTypes.fileName(capture);
        WorkerReply.Parsed parsed = workers.parse(new WorkerRequest(type, fileName, "", capture.body()));
        MediaType found = MediaType.parse(parsed.mediaType());
        String mediaType = found == null ? type : found.getBaseType().toString();
        if (parsed.passages().isEmpty()) {
            throw NoText.of(mediaType, capture.body());
        }
        FileMetadata metadata = new FileMetadata(mediaType, parsed.metadata());
        String title = metadata.title(fileName);
        List<Passage> passages = mediaType.equals(PDF)
                ? TitleLines.part(parsed.passages(), lines, title, metadata.names())
                : parsed.passages();
        if (title == null) {
            title = shownTitle(passages, fileName, mediaType);
        }
        String charset = found == null ? null : found.getParameters().get("charset");
        return new FileText(lines, passages, title, metadata).extraction(mediaType, charset);
    }

    /** The first heading, else a first line that looks like one; null where there is neither. */
    private @Nullable String shownTitle(List<Passage> passages, String fileName, String mediaType) {
        List<Passage> top = passages.stream()
                .filter(passage -> passage.form() != Passage.Form.FURNITURE)
                .limit(FileText.HEADER)
                .toList();
        // What stands above the rows of a spreadsheet is the sheet's name.
        if (top.size() < 2
                || (top.get(1).form() == Passage.Form.ROW
                        && !(top.get(0).form() == Passage.Form.HEADING && TEXTS.contains(mediaType)))) {
            return null;
        }
        for (Passage passage : top) {
            if (passage.form() == Passage.Form.HEADING) {
                return FileTitles.clean(passage.text().replace('\n', ' '), fileName);
            }
        }
        String first = top.get(0).text();
        boolean headline = HeaderLines.isHeadline(first) && !lines.holdsByline(first) && !lines.isDateLine(first);
        return headline ? FileTitles.clean(first, fileName) : null;
    }

    /** How many documents are being read by a worker that does nothing. */
    int standingStill() {
        return workers.standingStill();
    }

    /** Ends the workers. */
    @Override
    public void close() {
        workers.close();
    }
}
