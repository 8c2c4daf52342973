import {
  SETTING_GROUPS,
  SettingsError,
  accessRules,
  connectionSettings,
  readSandboxSettings,
  readSettings,
} from '../../src/settings';

const UPSTREAM = {
  PARTNER_API_URL: 'https://app.ticketmaster.com/partners/v1',
  PARTNER_API_KEY: 'the-key-5d1f',
  PARTNER_API_SECRET: 'the-secret-88c0',
};

/** The sentence that stops the process under these settings. */
function complaintOf(env: Record<string, string>): string {
  try {
    readSettings(env);
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
  throw new Error('These settings are fine.');
}

describe('the settings', () => {
  it('need nothing: the sandbox stands in for the Partner API, for developers of this machine', () => {
    expect(readSettings({})).toMatchObject({
      PORT: 4000,
      HOST: '127.0.0.1',
      LOG_LEVEL: 'info',
      TRUSTED_PROXIES: [],
      UPSTREAM_TIMEOUT_MS: 10_000,
      upstream: null,
      isProduction: false,
    });
    expect(readSettings({}).ALLOWED_ORIGINS).toBeUndefined();
  });

  it('count an empty value as not set', () => {
    const names = [
      'PORT',
      'PLAYGROUND',
      'ALLOWED_ORIGINS',
      'TRUSTED_PROXIES',
      'PUBLIC_URL',
      'EVENT_TTL_SECONDS',
    ];
    const empty = Object.fromEntries([...names, ...Object.keys(UPSTREAM)].map((name) => [name, '']));
    expect(readSettings(empty)).toEqual(readSettings({}));
  });

  it('leave out white space around a value, and count a blank as not set', () => {
    const padded = Object.fromEntries(Object.entries(UPSTREAM).map(([name, value]) => [name, `${value}\n`]));
    expect(readSettings({ ...padded, NODE_ENV: 'production\n' })).toEqual(
      readSettings({ ...UPSTREAM, NODE_ENV: 'production' }),
    );
    const limits = ['PARTNER_API_CALLS_PER_DAY', 'PARTNER_API_CALLS_PER_SECOND', 'MAX_CARTS_PER_ADDRESS'];
    const blank = Object.fromEntries(limits.map((name) => [name, ' ']));
    expect(readSettings(blank)).toEqual(readSettings({}));
  });

  it('leave alone what else is in the environment', () => {
    expect(readSettings({ PATH: '/bin', HOME: '/root' })).toEqual(readSettings({}));
  });

  it('are read as what they are', () => {
    expect(
      readSettings({
        PORT: '0',
        PLAYGROUND: 'false',
        INTROSPECTION: 'true',
        NODE_ENV: 'production',
        EVENT_TTL_SECONDS: '1.5',
        ALLOWED_ORIGINS: ' https://a.example,http://localhost:5173 ,',
        TRUSTED_PROXIES: '10.0.0.0/8, 2001:db8::/32,127.0.0.1, ::1',
        PUBLIC_URL: 'https://gateway.example/shop',
      }),
    ).toMatchObject({
      PORT: 0,
      PLAYGROUND: false,
      INTROSPECTION: true,
      isProduction: true,
      EVENT_TTL_SECONDS: 1.5,
      ALLOWED_ORIGINS: ['https://a.example', 'http://localhost:5173'],
      TRUSTED_PROXIES: ['10.0.0.0/8', '2001:db8::/32', '127.0.0.1', '::1'],
      PUBLIC_URL: 'https://gateway.example/shop',
    });
    expect(readSettings({ ALLOWED_ORIGINS: '*' }).ALLOWED_ORIGINS).toEqual(['*']);
  });
});

describe('the client secret', () => {
  const upstream = {
    PARTNER_API_URL: 'https://app.ticketmaster.com/partners-preprod/v1',
    PARTNER_API_KEY: 'key',
  };

  it('may be missing in edition 2018 alone', () => {
    expect(readSettings({ ...upstream, PARTNER_API_EDITION: '2018' }).upstream).toMatchObject({
      apiSecret: null,
    });
    for (const edition of [{}, { PARTNER_API_EDITION: '2015' }]) {
      expect(() => readSettings({ ...upstream, ...edition })).toThrow('go together');
    }
  });
});

const HASH = 'a'.repeat(64);

const WRONG: [string, string[]][] = [
  ['PARTNER_API_CALLS_PER_SECOND', ['-1', 'many', '100001', 'NaN']],
  ['PARTNER_API_CALLS_PER_DAY', ['-1', '1.5', 'many']],
  ['PARTNER_RESERVATIONS', ['-1', '2.5', 'all']],
  ['CART_RELEASE_GRACE_SECONDS', ['-1', '1.5', '3601', 'never']],
  ['QUEUE_MAX', ['0', '-1', 'endless']],
  ['DATABASE_URL', ['localhost', 'mysql://root@localhost/carts', 'postgres://user:password@host']],
  ['DATABASE_CONNECTIONS', ['0', '1.5', 'many']],
  ['PORT', ['http', '-1', '65536', '80.5', 'NaN', 'Infinity']],
  ['PUBLIC_URL', ['gateway.example', 'ftp://gateway.example', '/shop', 'javascript:alert(1)']],
  ['LOG_LEVEL', ['loud', 'INFO']],
  ['LOG_READY_SAMPLE', ['-0.1', '1.1', 'some']],
  ['METRICS', ['perhaps']],
  ['METRICS_PORT', ['http', '-1', '65536', '80.5']],
  ['PLAYGROUND', ['perhaps', '2']],
  ['INTROSPECTION', ['perhaps']],
  ['FEDERATION', ['2', 'perhaps']],
  [
    'ALLOWED_ORIGINS',
    [
      'tickets.example.com',
      'https://a.example/',
      'https://a.example/shop',
      'https://*.example',
      'HTTPS://A.example',
      'capacitor://localhost/',
      'capacitor://localhost/index.html',
      'Capacitor://localhost',
      'capacitor://',
      'capacitor:',
      'app://*',
      'null',
    ],
  ],
  [
    'TRUSTED_PROXIES',
    ['proxy.example', '10.0.0.0/33', '10.0.0.0/x', '10.0.0.0/', '10.0.0', '2001:db8::/129', '*'],
  ],
  ['PARTNER_API_EDITION', ['2016', 'latest']],
  ['UPSTREAM_TIMEOUT_MS', ['99', '60001', '1e9', 'soon', '1000.5']],
  ['UPSTREAM_CONNECTIONS', ['0', '1025', '-1', '1.5']],
  ['UPSTREAM_MAX_WAITING', ['0', '100001']],
  ['EVENT_CACHE_MAX', ['0', '1000001']],
  ['EVENT_TTL_SECONDS', ['0', '-1', '86401', 'a minute']],
  ['EVENT_STALE_SECONDS', ['-1', '86401']],
  ['EVENT_STALE_IF_ERROR_SECONDS', ['-1', '86401']],
  ['EVENT_UNKNOWN_TTL_SECONDS', ['0', '86401']],
  ['HEADERS_TIMEOUT_SECONDS', ['0', '-1', '86401']],
  ['REQUEST_TIMEOUT_SECONDS', ['0', '86401']],
  ['KEEP_ALIVE_SECONDS', ['0', '86401']],
  ['ANSWER_TIMEOUT_SECONDS', ['0', '86401']],
  ['MAX_CONNECTIONS', ['0', '1000001', '1.5']],
  [
    'FRONTEND_KEYS',
    [
      'web',
      'web:',
      `web:${HASH}a`,
      `web:${HASH.slice(1)}`,
      `:${HASH}`,
      `a b:${HASH}`,
      `web:${HASH},web:${HASH}`,
      HASH,
      ',',
    ],
  ],
  ['RATE_LIMIT_PER_ADDRESS', ['-1', '1.5', 'many']],
  ['RATE_LIMIT_PER_KEY', ['-1']],
  ['MAX_CARTS_PER_ADDRESS', ['-1']],
  ['MAX_CARTS_PER_KEY', ['-1', '1000001']],
  ['PERSISTED_QUERIES_ONLY', ['perhaps', 'true']],
  ['CART_LEASE_SECONDS', ['0', '86401']],
  ['CART_GIVE_UP_SECONDS', ['0', '86401']],
  ['SANDBOX_PORT', ['65536']],
  ['SANDBOX_CAPTCHA', ['always']],
  ['SANDBOX_EDITION', ['2016', 'both']],
  ['SANDBOX_POLLING_DEPTH', ['-1', '101', '1.5']],
  ['SANDBOX_POLL_WAIT_SECONDS', ['0']],
  ['SANDBOX_HOLD_SECONDS', ['0']],
  ['SANDBOX_RESERVATION_LIMIT', ['0']],
];

describe('a wrong setting', () => {
  it.each(WRONG.flatMap(([name, values]) => values.map((value) => [name, value])))(
    'stops the process with a sentence that names it: %s=%s',
    (name = '', value = '') => {
      const complaint = complaintOf({ [name]: value });
      expect(complaint).toMatch(new RegExp(`^${name} cannot be used: .+\\.$`));
      expect(complaint.split('\n')).toHaveLength(1);
    },
  );

  it('is reported together with every other wrong one, each on a line', () => {
    const lines = complaintOf({ PORT: 'x', LOG_LEVEL: 'x', TRUSTED_PROXIES: 'x,y' }).split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['PORT', 'LOG_LEVEL', 'TRUSTED_PROXIES']);
  });
});

describe('the rules of access', () => {
  it("count this machine's own addresses only where they are set", () => {
    expect(accessRules(readSettings({}))).toEqual({
      frontendKeys: null,
      requestsPerAddress: { most: 3000, countsLoopback: false },
      requestsPerKey: 0,
      cartsPerAddress: { most: 10, countsLoopback: false },
      cartsPerKey: 0,
    });
    const set = readSettings({ RATE_LIMIT_PER_ADDRESS: '3000', MAX_CARTS_PER_ADDRESS: '0' });
    expect(accessRules(set)).toMatchObject({
      requestsPerAddress: { most: 3000, countsLoopback: true },
      cartsPerAddress: { most: 0, countsLoopback: true },
    });
  });

  it('are whole milliseconds for Node', () => {
    expect(connectionSettings(readSettings({ KEEP_ALIVE_SECONDS: '0.0701' })).keepAliveMs).toBe(71);
  });
});

describe('the upstream', () => {
  it('is what address, key and secret say', () => {
    expect(readSettings(UPSTREAM).upstream).toEqual({
      url: 'https://app.ticketmaster.com/partners/v1',
      apiKey: 'the-key-5d1f',
      apiSecret: 'the-secret-88c0',
    });
  });

  const names = Object.keys(UPSTREAM) as (keyof typeof UPSTREAM)[];
  const some = names.flatMap((name) => [[name], names.filter((other) => other !== name)]);
  it.each(some.map((given) => [given.join(' and '), given]))(
    'is not half set: %s alone is refused, with nothing of its value',
    (_text, given) => {
      const env = Object.fromEntries(given.map((name) => [name, UPSTREAM[name]]));
      const complaint = complaintOf(env);
      for (const name of names) expect(complaint).toContain(name);
      for (const value of Object.values(UPSTREAM)) expect(complaint).not.toContain(value);
    },
  );

  it.each([
    'http://app.ticketmaster.com/partners/v1',
    'http://127.0.0.1.evil.example/',
    'http://localhost.evil.example/',
    'http://10.0.0.7/',
    'http://0.0.0.0/',
    'ftp://app.ticketmaster.com/',
    'file:///etc/passwd',
  ])('R-TLS-1: is never called without TLS on another machine: %s', (url) => {
    expect(complaintOf({ ...UPSTREAM, PARTNER_API_URL: url })).toContain('https://');
  });

  it.each([
    'http://127.0.0.1:8080/partners/v1',
    'http://localhost:1',
    'http://[::1]:8080',
    'http://127.9.9.9/',
  ])('may be called without TLS on this machine: %s', (url) => {
    expect(readSettings({ ...UPSTREAM, PARTNER_API_URL: url }).upstream?.url).toBe(url);
  });

  it.each([
    'app.ticketmaster.com',
    'https://',
    'https://user:hunter2@app.ticketmaster.com/',
    'https://app.ticketmaster.com/?apikey=hunter2',
    'https://app.ticketmaster.com/#hunter2',
  ])('is a bare base address, and a complaint does not repeat what else it holds: %s', (url) => {
    const complaint = complaintOf({ ...UPSTREAM, PARTNER_API_URL: url });
    expect(complaint).toMatch(/^PARTNER_API_URL /);
    expect(complaint).not.toContain('hunter2');
    for (const secret of ['the-key-5d1f', 'the-secret-88c0']) expect(complaint).not.toContain(secret);
  });
});

describe('a secret', () => {
  it('L1: is in no complaint about another setting', () => {
    const wrong = Object.fromEntries(WRONG.map(([name, [value = '']]) => [name, value]));
    const complaint = complaintOf({ ...UPSTREAM, ...wrong });
    for (const secret of ['the-key-5d1f', 'the-secret-88c0']) expect(complaint).not.toContain(secret);
    const looked = WRONG.filter(([name]) => !name.startsWith('SANDBOX_'));
    expect(complaint.split('\n')).toHaveLength(looked.length);
  });
});

describe('the origin of a native shell', () => {
  it.each([
    'capacitor://localhost',
    'ionic://localhost',
    'app://localhost',
    'tauri://localhost',
    'app://.',
    'chrome-extension://abcdefghijklmnop',
    'http://localhost',
    'https://tauri.localhost',
    'capacitor://localhost:8100',
  ])('may be allowed: %s', (origin) => {
    expect(readSettings({ ALLOWED_ORIGINS: origin }).ALLOWED_ORIGINS).toEqual([origin]);
  });
});

describe('what a cluster sets for a service called "sandbox"', () => {
  // As Kubernetes and the links of Docker write it into every container beside the service.
  const links = {
    SANDBOX_PORT: 'tcp://10.43.0.1:4000',
    SANDBOX_SERVICE_HOST: '10.43.0.1',
    SANDBOX_SERVICE_PORT: '4000',
    SANDBOX_PORT_4000_TCP: 'tcp://10.43.0.1:4000',
    SANDBOX_PORT_4000_TCP_ADDR: '10.43.0.1',
    SANDBOX_NAME: '/gateway/sandbox',
  };

  it('is no setting, with the sandbox inside, with an upstream and for the sandbox alone', () => {
    expect(readSettings(links)).toEqual(readSettings({}));
    expect(readSettings({ ...UPSTREAM, ...links })).toEqual(readSettings(UPSTREAM));
    expect(readSandboxSettings(links)).toEqual(readSandboxSettings({}));
  });

  it('is written under no name of ours, whatever the service is called, but that of a port', () => {
    const names = SETTING_GROUPS.flatMap(({ settings }) => Object.keys(settings));
    const links = /.+_(PORT(_\d+_.+)?|SERVICE_(HOST|PORT(_.+)?)|NAME|ENV_.+)$/;
    for (const name of names.filter((text) => links.test(text)))
      expect(readSettings({ [name]: 'tcp://10.43.0.1:4000' })).toEqual(readSettings({}));
  });
});

describe("the sandbox's settings", () => {
  it('are not read if there is an upstream', () => {
    const wrong = Object.fromEntries(
      WRONG.flatMap(([name, [value = '']]) => (name.startsWith('SANDBOX_') ? [[name, value]] : [])),
    );
    expect(Object.keys(wrong)).toHaveLength(7);
    expect(readSettings({ ...UPSTREAM, ...wrong })).toEqual(readSettings(UPSTREAM));
  });

  it('are the only ones that a sandbox alone reads', () => {
    expect(readSandboxSettings({ PORT: 'four thousand', SANDBOX_PORT: '4001' }).SANDBOX_PORT).toBe(4001);
  });
});

describe('the proxy to the Partner API', () => {
  const proxyOf = (env: Record<string, string>) => readSettings({ ...UPSTREAM, ...env }).proxyUrl;
  const HTTPS_PROXY = 'http://proxy.example:3128';

  it.each([
    ['as an address', { HTTPS_PROXY }, HTTPS_PROXY],
    ['without a scheme', { HTTPS_PROXY: 'proxy.example:3128' }, HTTPS_PROXY],
    [
      'in small letters, which come first',
      { https_proxy: HTTPS_PROXY, HTTPS_PROXY: 'http://other' },
      HTTPS_PROXY,
    ],
    ['with other hosts excepted', { HTTPS_PROXY, NO_PROXY: 'localhost,.example,master.com' }, HTTPS_PROXY],
    ['with another port excepted', { HTTPS_PROXY, NO_PROXY: 'app.ticketmaster.com:8443' }, HTTPS_PROXY],
  ])('is read %s', (_, env, expected) => {
    expect(proxyOf(env)).toBe(expected);
  });

  it.each([
    ['where none is set', {}],
    ['where one is set for plain HTTP', { HTTP_PROXY: HTTPS_PROXY }],
    ['where its host is excepted', { HTTPS_PROXY, NO_PROXY: 'localhost, app.ticketmaster.com' }],
    ['where its domain is excepted', { HTTPS_PROXY, NO_PROXY: '.ticketmaster.com' }],
    ['where its domain is excepted with a star', { HTTPS_PROXY, no_proxy: '*.Ticketmaster.com' }],
    ['where its domain is excepted without a dot', { HTTPS_PROXY, NO_PROXY: 'x ticketmaster.com:443' }],
    ['where all are excepted', { HTTPS_PROXY, NO_PROXY: '*' }],
    ['for an upstream on this machine', { HTTPS_PROXY, PARTNER_API_URL: 'https://localhost:8443' }],
  ])('is none %s', (_, env) => {
    expect(proxyOf(env)).toBeNull();
  });

  it('is not read with the sandbox inside', () => {
    expect(readSettings({ HTTPS_PROXY: 'socks5://user:hunter2@proxy' }).proxyUrl).toBeNull();
  });

  it.each(['socks5://user:hunter2@proxy:1080', 'http://', 'http://user:hunter2@:'])(
    'is refused without showing its password if it is unusable: %s',
    (value) => {
      const text = complaintOf({ ...UPSTREAM, HTTPS_PROXY: value });
      expect(text).toMatch(/^HTTPS_PROXY cannot be used: .+\.$/);
      expect(text).not.toContain('hunter2');
    },
  );
});
