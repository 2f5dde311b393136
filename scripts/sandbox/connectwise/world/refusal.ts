/** One entry of ConnectWise's `errors` list. */
export interface FieldError {
  code: string
  message: string
  resource: string
  field: string
}

/** Thrown where ConnectWise would refuse: an HTTP status with the body it would send. */
export class Refusal extends Error {
  readonly status: 400 | 401 | 403 | 404 | 405 | 415
  readonly body: { code: string; message: string; errors: FieldError[] | null }

  constructor(status: Refusal['status'], code: string, message: string, errors: FieldError[] | null = null) {
    super(message)
    this.status = status
    this.body = { code, message, errors }
  }
}

/** 400 with the list of what is wrong with an object. */
export function invalidObject(resource: string, errors: FieldError[]): Refusal {
  return new Refusal(400, 'InvalidObject', `${resource} object is invalid`, errors)
}

/** 404 for a record that is not there, such as "Contact 57919 not found". */
export function notFound(label: string, id: string | number): Refusal {
  return new Refusal(404, 'NotFound', `${label} ${id} not found`)
}

/** 404 for a path that leads nowhere. */
export function unknownEndpoint(): Refusal {
  return new Refusal(404, 'ConnectWiseApi', 'The endpoint does not exist.')
}

/** 403 for what the security role does not allow. */
export function notAllowed(): Refusal {
  return new Refusal(403, 'Security', 'You do not have security permission to perform this action.')
}

/** 400 for a condition that cannot be read. */
export function badCondition(message: string): Refusal {
  return new Refusal(400, 'ApiFindCondition', message)
}
