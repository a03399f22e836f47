package org.bulkhead.programs.util.zip;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.bulkhead.programs.AllocatesMuch;
import org.bulkhead.programs.Out;

/** A jar with a manifest, written and read again; a manifest that cannot be read. */
@AllocatesMuch
public final class JarStreams {
    public static void main(String[] args) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "org.example.Main");
        manifest.getMainAttributes().putValue("Long-Value", "a value that is so long that it has to be continued on another line of the manifest");
        Attributes section = new Attributes();
        section.putValue("Sealed", "true");
        manifest.getEntries().put("org/example/", section);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream out = new JarOutputStream(bytes, manifest)) {
            out.putNextEntry(new JarEntry("org/example/Main.class"));
            out.write(Samples.text(300));
        }
        for (boolean verify : new boolean[] {false, true}) {
            try (JarInputStream in = new JarInputStream(new ByteArrayInputStream(bytes.toByteArray()), verify)) {
                Out.println(in.getManifest().getMainAttributes().getValue("Main-Class") + " " + in.getManifest().equals(manifest));
                JarEntry entry = in.getNextJarEntry();
                Out.println(entry.getName() + " " + in.readAllBytes().length + " " + in.getManifest().getAttributes("org/example/").getValue("sealed") + " " + in.getNextEntry());
            }
        }
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        manifest.write(text);
        Out.println(text.toString(StandardCharsets.UTF_8).replace("\r\n", "|"));
        try {
            new Manifest(new ByteArrayInputStream("Manifest-Version: 1.0\nNo value\n".getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            Out.println(e.getMessage());
        }
    }
}
