// SPDX-License-Identifier: Apache-2.0
package org.fumibako.e2e.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;

/** Finds a base for which every port of the demo is free. */
final class FreePorts {

    private static final List<Integer> STANDARD = List.of(24, 25, 53, 80, 110, 143, 443, 465, 587, 993, 995);
    private static final int FIRST = 21_000;
    private static final int LAST = 31_000;
    private static final int STEP = 1_000;

    private FreePorts() {}

    static int base() {
        for (int base = FIRST; base <= LAST; base += STEP) {
            int candidate = base;
            if (STANDARD.stream().allMatch(port -> isFree(candidate + port))) {
                return base;
            }
        }
        throw new IllegalStateException("no free ports between " + FIRST + " and " + LAST);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
