// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.demo.stage;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.fumibako.doctor.Symptom;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Account;
import org.fumibako.registry.AppPassword;
import org.fumibako.registry.AppPasswords;
import org.fumibako.registry.AppScope;

/** Programs that cannot come in, or warn: E6, E7, E9. */
final class SignInSituations {
    private SignInSituations() {}

    static List<Situation> all() {
        return List.of(
                new Situation(
                        Symptom.E6,
                        "old-device",
                        "sign-ins",
                        "A telephone goes on with the password from before it was changed.",
                        SignInSituations::oldDevice),
                new Situation(
                        Symptom.E6,
                        "no-such-user",
                        "account-exists",
                        "The account name in the mail program is misspelt.",
                        SignInSituations::misspelt),
                new Situation(
                        Symptom.E6,
                        "alias",
                        "sign-ins",
                        "A mail program signs in with an alias.",
                        SignInSituations::alias),
                new Situation(
                        Symptom.E6,
                        "revoked",
                        "sign-ins",
                        "A telephone goes on with an app password that was revoked.",
                        SignInSituations::revoked),
                new Situation(
                        Symptom.E7,
                        "forgotten",
                        "sign-ins",
                        "Somebody tries passwords that are not the one.",
                        SignInSituations::forgotten),
                new Situation(
                        Symptom.E9,
                        "other-name",
                        "server-name",
                        "A mail program asks for a name that the certificate is not for.",
                        SignInSituations::otherName));
    }

    private static String oldDevice(Scene scene, String name) throws IOException {
        Account account = scene.account(name);
        String address = account.address().toString();
        scene.read(address, Scene.PASSWORD, "Telephone", Optional.empty());
        scene.server().registry().accounts().changePassword(account.address(), "a new one for the doctor", Scene.STAGE);
        scene.read(address, "a new one for the doctor", "Desk", Optional.empty());
        for (int i = 0; i < 3; i++) {
            scene.read(address, Scene.PASSWORD, "Telephone", Optional.empty());
        }
        return address;
    }

    private static String alias(Scene scene, String name) throws IOException {
        Account account = scene.account(name + "-account");
        EmailAddress alias = new EmailAddress(name, scene.home());
        scene.server().registry().aliases().add(alias, List.of(account.address()), Scene.STAGE);
        scene.read(alias.toString(), Scene.PASSWORD, "Desk", Optional.empty());
        return alias.toString();
    }

    private static String revoked(Scene scene, String name) throws IOException {
        Account account = scene.account(name);
        String address = account.address().toString();
        AppPasswords passwords = scene.server().registry().appPasswords();
        AppPassword.Issued issued = passwords.add(account.address(), "telephone", AppScope.ALL, Scene.STAGE);
        scene.read(address, issued.password(), "Telephone", Optional.empty());
        passwords.revoke(account.address(), issued.appPassword().id(), Scene.STAGE);
        scene.read(address, issued.password(), "Telephone", Optional.empty());
        return address;
    }

    private static String misspelt(Scene scene, String name) throws IOException {
        String address = name + "@" + scene.home();
        scene.read(address, Scene.PASSWORD, "Desk", Optional.empty());
        return address;
    }

    private static String forgotten(Scene scene, String name) throws IOException {
        String address = scene.account(name).address().toString();
        for (String guess : List.of("my old password", "my older password")) {
            scene.read(address, guess, "Desk", Optional.empty());
        }
        return address;
    }

    private static String otherName(Scene scene, String name) throws IOException {
        String address = scene.account(name).address().toString();
        scene.read(address, Scene.PASSWORD, "Desk", Optional.of("mail.old-provider.test"));
        return address;
    }
}
