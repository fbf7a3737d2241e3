// SPDX-License-Identifier: Apache-2.0
package org.fumibako.acme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fumibako.model.DomainName;
import org.fumibako.net.PemFiles;
import org.fumibako.net.PemWriter;
import org.fumibako.net.TlsCertificate;
import org.shredzone.acme4j.Account;
import org.shredzone.acme4j.AccountBuilder;
import org.shredzone.acme4j.Authorization;
import org.shredzone.acme4j.Order;
import org.shredzone.acme4j.Problem;
import org.shredzone.acme4j.Session;
import org.shredzone.acme4j.Status;
import org.shredzone.acme4j.challenge.Http01Challenge;
import org.shredzone.acme4j.exception.AcmeException;
import org.shredzone.acme4j.exception.AcmeRateLimitedException;

/** Orders certificates by ACME and proves over HTTP that their names are ours. One thread at a time. */
public final class AcmeIssuer implements Issuer {
    /** Authorities answer within seconds; one that is overloaded may take minutes. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final String CURVE = "secp256r1";
    private static final String ACCOUNT = "account.pem";

    private final AcmeSettings settings;
    private final Path directory;
    private final HttpProofs proofs;
    private final SecureRandom random;

    /** @param directory where the key of our account is kept, and made when it is not there */
    public AcmeIssuer(AcmeSettings settings, Path directory, HttpProofs proofs, SecureRandom random) {
        this.settings = settings;
        this.directory = directory;
        this.proofs = proofs;
        this.random = random;
    }

    @Override
    public TlsCertificate issue(Set<DomainName> names) throws IssueException, InterruptedException {
        try {
            Account account = account();
            Order order = account.newOrder()
                    .domains(names.stream().map(DomainName::ascii).toList())
                    .create();
            prove(order);
            expect(order.waitUntilReady(PATIENCE), Status.READY, order);
            KeyPair keys = keys();
            order.execute(keys);
            expect(order.waitForCompletion(PATIENCE), Status.VALID, order);
            return new TlsCertificate(keys.getPrivate(), order.getCertificate().getCertificateChain());
        } catch (AcmeRateLimitedException busy) {
            throw IssueException.tooOften(words(busy), busy.getRetryAfter());
        } catch (AcmeException refused) {
            throw IssueException.of(words(refused), refused);
        } catch (IOException | GeneralSecurityException unusable) {
            throw IssueException.of(words(unusable), unusable);
        }
    }

    private Account account() throws AcmeException, IOException, GeneralSecurityException {
        Session session = new Session(settings.directory(), new TrustingProvider(settings.trust()));
        AccountBuilder builder = new AccountBuilder().agreeToTermsOfService().useKeyPair(accountKeys());
        settings.contact().ifPresent(builder::addEmail);
        return builder.create(session);
    }

    private KeyPair accountKeys() throws IOException, GeneralSecurityException {
        Path file = directory.resolve(ACCOUNT);
        if (!Files.exists(file)) {
            Files.createDirectories(directory);
            PemWriter.write(file, keys());
        }
        return PemFiles.keys(file);
    }

    private KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(CURVE), random);
        return generator.generateKeyPair();
    }

    /** Tries all names, so that the next order can do without those that fail. */
    private void prove(Order order) throws AcmeException, IssueException, InterruptedException {
        Map<DomainName, String> unproven = new TreeMap<>();
        for (Authorization authorization : order.getAuthorizations()) {
            if (authorization.getStatus() != Status.VALID) {
                DomainName name = DomainName.of(authorization.getIdentifier().getDomain());
                prove(authorization).ifPresent(why -> unproven.put(name, why));
            }
        }
        if (!unproven.isEmpty()) {
            String why = unproven.entrySet().stream()
                    .map(one -> one.getKey() + ": " + one.getValue())
                    .collect(Collectors.joining("; "));
            throw IssueException.unproven(why, unproven.keySet());
        }
    }

    /** Why the authority does not believe us; empty when it does. */
    private Optional<String> prove(Authorization authorization) throws AcmeException, InterruptedException {
        Optional<Http01Challenge> offered = authorization.findChallenge(Http01Challenge.class);
        if (offered.isEmpty()) {
            return Optional.of("the authority takes no proof over HTTP");
        }
        Http01Challenge challenge = offered.get();
        proofs.publish(challenge.getToken(), challenge.getAuthorization());
        try {
            challenge.trigger();
            return challenge.waitForCompletion(PATIENCE) == Status.VALID
                    ? Optional.empty()
                    : Optional.of(challenge.getError().map(AcmeIssuer::words).orElse("not proven in time"));
        } finally {
            proofs.withdraw(challenge.getToken());
        }
    }

    private static void expect(Status status, Status wanted, Order order) throws IssueException {
        if (status != wanted) {
            throw IssueException.of(
                    order.getError().map(AcmeIssuer::words).orElse("the authority leaves the order " + status));
        }
    }

    /** The problem's own words, with those about single names behind them. */
    private static String words(Problem problem) {
        List<String> words = new ArrayList<>();
        words.add(problem.getDetail()
                .or(problem::getTitle)
                .orElse(problem.getType().toString()));
        problem.getSubProblems().forEach(one -> words.add(words(one)));
        return String.join("; ", words);
    }

    private static String words(Exception failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
