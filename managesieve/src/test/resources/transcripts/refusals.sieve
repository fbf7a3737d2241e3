S: "IMPLEMENTATION" "Fumibako"
S: "SASL" {{*}}
S: "SIEVE" {{*}}
S: "STARTTLS"
S: "MAXREDIRECTS" "4"
S: "UNAUTHENTICATE"
S: "VERSION" "1.0"
S: OK {{*}}
C: LISTSCRIPTS
S: NO "Sign in first"
C: AUTHENTICATE "CRAM-MD5"
S: NO "This mechanism is not offered"
C: AUTHENTICATE "PLAIN"
S: ""
C: "*"
S: NO "Authentication is cancelled"
C: AUTHENTICATE "PLAIN" "{{base64:\x00taro@example.test\x00wrong}}"
S: NO "Wrong address or password"
C: AUTHENTICATE "LOGIN"
S: "{{base64:Username:}}"
C: "{{base64:taro@example.test}}"
S: "{{base64:Password:}}"
C: {16+}
C: {{base64:hako no naka}}
S: OK "Welcome"
C: CAPABILITY
S: "IMPLEMENTATION" "Fumibako"
S: "SASL" {{*}}
S: "SIEVE" {{*}}
S: "STARTTLS"
S: "MAXREDIRECTS" "4"
S: "UNAUTHENTICATE"
S: "OWNER" "taro@example.test"
S: "VERSION" "1.0"
S: OK "Done"
C: AUTHENTICATE "PLAIN"
S: NO "Somebody is signed in already"
C: STARTTLS
S: NO "TLS cannot begin now"
C: FROBNICATE
S: NO "There is no command FROBNICATE"
C: PUTSCRIPT "x"
S: NO "PUTSCRIPT needs a script"
C: DELETESCRIPT "x" "y"
S: NO "DELETESCRIPT has too many arguments"
C: GETSCRIPT "x
S: NO "A quotation mark is missing"
C: PUTSCRIPT "a{{repeat:200:a}}" "keep;"
S: NO "The name of a script has 1 to 128 characters, and no control characters."
C: PUTSCRIPT "x" {99999999+}
S: BYE "The literal is too large"
