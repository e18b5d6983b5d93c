package dev.colophon.conversion;

import dev.colophon.model.Publisher;
import dev.colophon.pipeline.PipelineSettings;
import dev.colophon.pipeline.Publishers;
import dev.colophon.pipeline.SiteSettings;
import dev.colophon.pipeline.TextSelection;
import dev.colophon.source.format.SourceSettings;
import dev.colophon.storage.Storage;
import dev.colophon.storage.Storages;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that another machine must know of a run to read its shards: a few kilobytes. Rows do not depend on the machine.
 *
 * @param dataset location of the archive, the same for all machines
 * @param staging the run's folder in it
 * @param roots locations of the inputs, as the plan counts them
 * @param limits what reading may cost
 * @param text which blocks of a document make up its text
 * @param publishers profiles of publishers
 * @param publisher id of the profile for documents that no other profile claims; null where the job names none
 * @param sites what is learned of sites
 * @param fields names of record fields by what they mean
 */
public record WorkOrder(
        String dataset,
        String staging,
        List<String> roots,
        JobLimits limits,
        TextSelection text,
        List<Publisher> publishers,
        @Nullable String publisher,
        SiteSettings sites,
        Map<String, String> fields)
        implements Serializable {
    public WorkOrder {
        roots = List.copyOf(roots);
        publishers = List.copyOf(publishers);
        fields = Map.copyOf(fields);
    }

    static WorkOrder of(ConversionRun run) {
        JobSettings settings = run.settings();
        return new WorkOrder(
                run.storage().root(),
                run.staging(),
                run.plan().inputs().roots().stream().map(Storage::root).toList(),
                settings.limits(),
                settings.text(),
                settings.publishers().all(),
                settings.publisher(),
                settings.sites(),
                settings.fields());
    }

    /**
     * Gets ready to work on this machine.
     *
     * @param temporary folder of this machine for the forked parsers' files and for nested archives
     * @param parsers forked parsers that may run at once
     * @throws IOException where the archive or the inputs cannot be reached from here
     */
    public ShardWork open(Path temporary, int parsers) throws IOException {
        List<Storage> inputs = new ArrayList<>();
        for (String root : roots) {
            inputs.add(Storages.open(root));
        }
        PipelineSettings pipeline = new PipelineSettings(
                limits.extract(parsers, temporary), text, new Publishers(publishers), publisher, sites, fields);
        return new ShardWork(
                Storages.open(dataset),
                staging,
                inputs,
                new SourceSettings(limits.source(), fields, temporary),
                pipeline);
    }
}
