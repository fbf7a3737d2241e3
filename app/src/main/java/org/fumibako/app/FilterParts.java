// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.fumibako.app.config.Configuration;
import org.fumibako.app.config.FilterSettings;
import org.fumibako.delivery.spam.People;
import org.fumibako.delivery.spam.SpamStep;
import org.fumibako.dns.DnsName;
import org.fumibako.filter.FilterLimits;
import org.fumibako.filter.Signal;
import org.fumibako.filter.SpamFilter;
import org.fumibako.filter.scan.Clamd;
import org.fumibako.filter.scan.Rspamd;
import org.fumibako.filter.scan.Scanner;
import org.fumibako.filter.scan.Scanners;
import org.fumibako.filter.scan.Spamd;
import org.fumibako.filter.signal.Blocklists;
import org.fumibako.filter.signal.Signals;
import org.fumibako.filter.weights.SharedBase;
import org.fumibako.registry.Registry;

/** The spam filter as the configuration wants it. */
record FilterParts(Configuration configuration, Ground ground, Registry registry, Clock clock) {
    SpamStep step(SharedBase base, People people) {
        FilterSettings settings = configuration.filter();
        SpamFilter filter = new SpamFilter(signals(settings), base, FilterLimits.DEFAULT);
        SpamStep step = new SpamStep(filter, registry.filters()::of, people, registry, ground.journal()::record);
        List<Scanner> scanners = scanners(settings);
        return scanners.isEmpty() ? step : step.asking(new Scanners(scanners, settings.patience(), clock));
    }

    private List<Signal> signals(FilterSettings settings) {
        List<Signal> signals = new ArrayList<>(Signals.ofMessage());
        if (!settings.blocklists().isEmpty() || !settings.linkBlocklists().isEmpty()) {
            signals.add(new Blocklists(
                    OutboundMail.names(configuration.outbound().network(), ground.resolver()),
                    settings.blocklists().stream().map(DnsName::of).toList(),
                    settings.linkBlocklists().stream().map(DnsName::of).toList()));
        }
        return signals;
    }

    private static List<Scanner> scanners(FilterSettings settings) {
        List<Scanner> scanners = new ArrayList<>();
        settings.rspamd().ifPresent(server -> scanners.add(new Rspamd(server, settings.patience())));
        settings.spamd().ifPresent(door -> scanners.add(new Spamd(door)));
        settings.clamd().ifPresent(door -> scanners.add(new Clamd(door)));
        return scanners;
    }
}
