package org.bulkhead.programs.reflect;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Properties;

/** Files of the class path, opened as streams and through URLs. */
public final class ResourceFiles {
    private ResourceFiles() {}

    private static String read(InputStream stream) throws IOException {
        if (stream == null) {
            return "none";
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.readLine() + " / " + reader.readLine() + " / " + reader.readLine();
        }
    }

    public static void main(String[] args) throws IOException {
        System.out.println(read(ResourceFiles.class.getResourceAsStream("text.txt")));
        System.out.println(read(ResourceFiles.class.getResourceAsStream("/org/bulkhead/programs/reflect/text.txt")));
        System.out.println(read(ResourceFiles.class.getResourceAsStream("/text.txt")));
        ClassLoader loader = ResourceFiles.class.getClassLoader();
        System.out.println(read(loader.getResourceAsStream("org/bulkhead/programs/reflect/text.txt")));
        System.out.println(loader.getResource("no/such/file"));
        URL url = ResourceFiles.class.getResource("text.txt");
        System.out.println(url.getPath().endsWith("reflect/text.txt") + " " + read(url.openStream()));
        System.out.println(Collections.list(loader.getResources("org/bulkhead/programs/reflect/text.txt")).size() + " " + Collections.list(loader.getResources("nothing")).size());
        Properties properties = new Properties();
        try (InputStream in = ResourceFiles.class.getResourceAsStream("settings.properties")) {
            properties.load(in);
        }
        System.out.println(properties.getProperty("colour") + " " + properties.getProperty("size"));
        System.out.println(new URL("http://example.org:8080/path?query#part").getQuery() + " " + new URL(url, "settings.properties").openStream().read());
    }
}
