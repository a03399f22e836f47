package org.bulkhead.vm.runtime.reflect;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;

/** Opens URLs of resources, {@code resource:/path/in/the/jar}; those of other protocols can be written down, but not opened. */
public final class ResourceHandler extends URLStreamHandler {
    /** The protocol of resources. */
    public static final String PROTOCOL = "resource";
    private static final String[] KNOWN = {PROTOCOL, "file", "jar", "http", "https", "ftp"};

    private static ResourceHandler instance;

    private ResourceHandler() {}

    /** Returns the handler of a protocol, null if no handler is known by that name. */
    public static URLStreamHandler of(String protocol) {
        for (String each : KNOWN) {
            if (each.equals(protocol)) {
                return instance();
            }
        }
        return null;
    }

    private static ResourceHandler instance() {
        if (instance == null) {
            instance = new ResourceHandler();
        }
        return instance;
    }

    static URL url(String name) {
        try {
            return new URL(null, PROTOCOL + ":/" + name, instance());
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    @Override
    protected URLConnection openConnection(URL url) throws IOException {
        if (!url.getProtocol().equals(PROTOCOL)) {
            throw new IOException(url + " cannot be opened: a program has its own resources only");
        }
        byte[] content = Resources.content(url.getPath().substring(1), url.getRef());
        if (content == null) {
            throw new FileNotFoundException(url.toString());
        }
        return new Connection(url, content);
    }

    /** Names are not looked up. */
    @Override
    protected InetAddress getHostAddress(URL url) {
        return null;
    }

    private static final class Connection extends URLConnection {
        private final byte[] content;

        Connection(URL url, byte[] content) {
            super(url);
            this.content = content;
        }

        @Override
        public void connect() {
            connected = true;
        }

        @Override
        public long getContentLengthLong() {
            return content.length;
        }

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(content);
        }
    }
}
