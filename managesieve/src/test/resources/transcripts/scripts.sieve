S: "IMPLEMENTATION" "Fumibako"
S: "SASL" {{*}}SCRAM-SHA-256{{*}}
S: "SIEVE" "fileinto reject{{*}}
S: "STARTTLS"
S: "MAXREDIRECTS" "4"
S: "UNAUTHENTICATE"
S: "VERSION" "1.0"
S: OK "Fumibako ManageSieve ready"
C: AUTHENTICATE "PLAIN" "{{base64:\x00taro@example.test\x00hako no naka}}"
S: OK "Welcome"
C: LISTSCRIPTS
S: OK "Done"
C: HAVESPACE "main" 1000
S: OK "There is room"
C: HAVESPACE "main" 262145
S: NO (QUOTA) "A script has 262144 octets at most."
C: PUTSCRIPT "main" {21+}
C: # rules
C: discard;
C: 
C: 
S: OK "The script is stored"
C: PUTSCRIPT "日本 \\"x\\"" "keep;"
S: OK "The script is stored"
C: PUTSCRIPT "bad" {8+}
C: keep
C: x}
S: NO "line 2, column 2: expected \\";\\" or \\"{\\" at the end of \\"keep\\", found \\"}\\""
C: CHECKSCRIPT "fileinto \\"a\\";"
S: NO "line 1, column 1: \\"fileinto\\" needs: require \\"fileinto\\"; at the top of the script"
C: CHECKSCRIPT "keep;"
S: OK "The script is sound"
C: SETACTIVE "main"
S: OK "The script is active"
C: LISTSCRIPTS
S: "main" ACTIVE
S: "日本 \\"x\\""
S: OK "Done"
C: GETSCRIPT "main"
S: {21}
S: # rules
S: discard;
S: 
S: 
S: OK "Done"
C: DELETESCRIPT "main"
S: NO (ACTIVE) "The script \\"main\\" is active; deactivate it first."
C: RENAMESCRIPT "main" "日本 \\"x\\""
S: NO (ALREADYEXISTS) "There is a script \\"日本 \\"x\\"\\" already."
C: RENAMESCRIPT "main" "new"
S: OK "The script has its new name"
C: SETACTIVE ""
S: OK "No script is active"
C: DELETESCRIPT "new"
S: OK "The script is gone"
C: GETSCRIPT "new"
S: NO (NONEXISTENT) "There is no script \\"new\\"."
C: SETACTIVE "hers"
S: NO (NONEXISTENT) "There is no script \\"hers\\"."
C: GETSCRIPT "hers"
S: NO (NONEXISTENT) "There is no script \\"hers\\"."
C: NOOP "tag"
S: OK (TAG "tag") "Done"
C: NOOP
S: OK "Done"
C: UNAUTHENTICATE
S: OK "Nobody is signed in"
C: LISTSCRIPTS
S: NO "Sign in first"
C: LOGOUT
S: OK "Goodbye"
