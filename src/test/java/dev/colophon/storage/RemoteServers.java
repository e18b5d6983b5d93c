package dev.colophon.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;

/** A real HDFS and a real S3 server in this process. */
public final class RemoteServers {
    static final String BUCKET = "colophon";

    private RemoteServers() {}

    /** An HDFS of one datanode. The caller shuts it down. */
    public static MiniDFSCluster hdfs(Path folder) throws IOException {
        Configuration configuration = new Configuration();
        configuration.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.toString());
        configuration.setInt("dfs.replication", 1);
        MiniDFSCluster cluster =
                new MiniDFSCluster.Builder(configuration).numDataNodes(1).build();
        cluster.waitActive();
        return cluster;
    }

    public static Storage hdfs(MiniDFSCluster cluster, String folder) throws IOException {
        return Storages.open(cluster.getURI().resolve("/" + folder), cluster.getConfiguration(0));
    }

    /** An S3 server that keeps its objects in memory, with one bucket. The caller stops it. */
    public static S3Proxy s3() throws Exception {
        BlobStore objects = BlobStores.create("transient-nio2", new Properties());
        objects.createContainer(BUCKET);
        S3Proxy server = S3Proxy.builder()
                .blobStore(objects)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, "colophon", "not-a-secret")
                .build();
        server.start();
        return server;
    }

    /** What tells S3A to use the server at that port. */
    public static Configuration s3Configuration(int port) {
        Configuration configuration = new Configuration();
        configuration.set("fs.s3a.endpoint", "http://127.0.0.1:" + port);
        configuration.setBoolean("fs.s3a.impl.disable.cache", true);
        configuration.set("fs.s3a.endpoint.region", "us-east-1");
        configuration.set("fs.s3a.path.style.access", "true");
        configuration.set("fs.s3a.access.key", "colophon");
        configuration.set("fs.s3a.secret.key", "not-a-secret");
        configuration.set("fs.s3a.aws.credentials.provider", "org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider");
        configuration.set("fs.s3a.connection.ssl.enabled", "false");
        configuration.setInt("fs.s3a.attempts.maximum", 10);
        configuration.set("fs.s3a.retry.interval", "50ms");
        return configuration;
    }

    public static Storage s3(Configuration configuration, String folder) {
        try {
            return Storages.open(URI.create("s3a://" + BUCKET + "/" + folder), configuration);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    static FileSystem files(Storage storage) {
        return ((HadoopStorage) storage).files();
    }
}
