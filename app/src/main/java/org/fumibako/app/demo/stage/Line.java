// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.demo.stage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** One end of a dialogue in lines, as a mail program or another server has it. */
final class Line implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;

    /** Whose word about a client's address the demo takes. */
    private static final String PROXY = "127.0.0.2";

    private Socket socket;
    private BufferedReader in;

    private Line(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(PATIENCE_MILLIS);
        this.in = reader();
    }

    private BufferedReader reader() throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    static Line to(int port) throws IOException {
        return new Line(new Socket(InetAddress.ofLiteral("127.0.0.1"), port));
    }

    /** As if from {@code client}, an IPv4 address elsewhere (PROXY protocol, version 1). */
    static Line from(String client, int port) throws IOException {
        Line line = new Line(new Socket(InetAddress.ofLiteral("127.0.0.1"), port, InetAddress.ofLiteral(PROXY), 0));
        line.write("PROXY TCP4 " + client + " 127.0.0.1 40000 " + port + "\r\n");
        return line;
    }

    /** Goes on under TLS, asking for {@code name} where there is one, and believing every certificate, as people do who click warnings away. */
    Line secure(Optional<String> name) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Credulous()}, null);
            SSLSocket tls = (SSLSocket)
                    context.getSocketFactory().createSocket(socket, name.orElse("127.0.0.1"), socket.getPort(), true);
            SSLParameters parameters = tls.getSSLParameters();
            parameters.setServerNames(name.stream()
                    .map(one -> (javax.net.ssl.SNIServerName) new SNIHostName(one))
                    .toList());
            tls.setSSLParameters(parameters);
            tls.startHandshake();
            socket = tls;
            in = reader();
            return this;
        } catch (GeneralSecurityException impossible) {
            throw new IOException("there is no TLS here", impossible);
        }
    }

    private static final class Credulous implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    private void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    /** Says a line. */
    Line say(String line) throws IOException {
        write(line + "\r\n");
        return this;
    }

    /** Reads on until a line begins with one of these; returns it. */
    String hear(String... beginnings) throws IOException {
        String line = in.readLine();
        while (line != null) {
            String heard = line;
            if (List.of(beginnings).stream().anyMatch(heard::startsWith)) {
                return line;
            }
            line = in.readLine();
        }
        throw new IOException("the server hung up");
    }

    /** The last line of an SMTP reply, whatever it is. */
    String reply() throws IOException {
        String line = in.readLine();
        while (line != null && line.length() > 3 && line.charAt(3) == '-') {
            line = in.readLine();
        }
        if (line == null) {
            throw new IOException("the server hung up");
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
