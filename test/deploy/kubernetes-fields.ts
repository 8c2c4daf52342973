/**
 * The paths of the fields that Kubernetes does not know, in an object that is valid otherwise. The validators of
 * `kubernetes-models` accept unknown fields, such as misspelt ones; but they read every field that they know.
 *
 * @param model its class in `kubernetes-models`.
 * @throws Error if it is invalid.
 */
export function unknownFields(object: object, model: { prototype: { validate: () => void } }): string[] {
  const read = new Set<string>();
  // Not an instance of the class, which would be a copy that nobody watches.
  model.prototype.validate.call(watched(object, '', read));
  return pathsOf(object, '').filter((path) => !read.has(path));
}

/** A view of `object` that notes in `read` the path of each field that is read. */
function watched<Value>(object: Value, path: string, read: Set<string>): Value {
  if (typeof object !== 'object' || object === null) return object;
  return new Proxy(object, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (typeof name === 'symbol' || typeof value === 'function') return value;
      const below = `${path}/${name}`;
      read.add(below);
      return watched(value, below, read);
    },
  });
}

function pathsOf(object: unknown, path: string): string[] {
  if (typeof object !== 'object' || object === null) return [];
  return Object.entries(object).flatMap(([name, value]) => [
    `${path}/${name}`,
    ...pathsOf(value, `${path}/${name}`),
  ]);
}
