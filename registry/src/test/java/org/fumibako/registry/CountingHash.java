// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Argon2id that remembers what it was given to check. Registries come and go; closing it is the test's business. */
record CountingHash(Argon2 argon2, List<Check> checks) implements PasswordHash {
    /** One computed hash; {@code cost} is what decides how long it took. */
    record Check(String cost, boolean fitted) {}

    CountingHash(Argon2 argon2) {
        this(argon2, new CopyOnWriteArrayList<>());
    }

    @Override
    public String hash(PreparedPassword password) {
        return argon2.hash(password);
    }

    @Override
    public boolean fits(PreparedPassword password, String phc) {
        boolean fits = argon2.fits(password, phc);
        checks.add(new Check(cost(phc), fits));
        return fits;
    }

    /** The PHC string up to its salt, and the lengths of salt and hash. */
    static String cost(String phc) {
        String[] part = phc.split("\\$", -1);
        return String.join("$", part[1], part[2], part[3]) + " " + part[4].length() + " " + part[5].length();
    }

    @Override
    public String unfittable() {
        return argon2.unfittable();
    }

    @Override
    public void close() {}
}
