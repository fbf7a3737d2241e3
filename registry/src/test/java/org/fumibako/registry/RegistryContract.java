// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import org.junit.jupiter.api.Timeout;

/** What the registry keeps, refuses and answers, on either engine. */
@Timeout(120)
interface RegistryContract
        extends PlansContract,
                CustomersContract,
                DomainsContract,
                AccountsContract,
                AliasesContract,
                DirectoryContract,
                TenancyContract,
                SignInContract,
                ScramContract,
                GuessingContract,
                SendingContract,
                CountriesContract,
                DkimKeysContract,
                PacingContract,
                RoomWarningsContract,
                ForwardsContract,
                PanelContract,
                SortingContract,
                FiltersContract,
                GreylistContract,
                SettingUndoContract,
                AppPasswordsContract,
                ApiTokensContract,
                SessionsContract,
                DoctorCasesContract {
    @Override
    Office office();
}
